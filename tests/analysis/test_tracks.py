"""Lines between two columns of a map: in which order they turn, which of them share a track, which give way."""

from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from debttree.analysis.tracks import STRAIGHT, Channel, route


def routed(
    lines: Mapping[int, Sequence[int]], arriving: Sequence[int] = ()
) -> tuple[dict[int, int], dict[int, list[int]], Channel]:
    """Lines by rows: from which row of the one column to which rows of the next.

    Args:
        arriving: rows of the next column in which an item stands, beside those that lines lead to.

    Returns:
        The track in which the lines from each row turn, and the rows to which they are drawn.
    """
    ends = sorted({row for targets in lines.values() for row in targets} | {*arriving})
    column, following = list(range(len(lines))), list(range(len(lines), len(lines) + len(ends)))
    ports = [*lines, *ends]
    item_at = dict(zip(ends, following, strict=True))
    links = [[item_at[row] for row in targets] for targets in lines.values()] + [[] for _ in ends]
    channel, kept = route(column, following, links, ports)
    tracks = {ports[item]: track for item, track in channel.track_of.items()}
    return tracks, {ports[item]: [ports[end] for end in targets] for item, targets in kept.items()}, channel


def test_a_line_that_stays_in_its_row_runs_straight_on() -> None:
    tracks, drawn, _ = routed({0: [0], 1: [1]})
    assert tracks == {0: STRAIGHT, 1: STRAIGHT}
    assert drawn == {0: [0], 1: [1]}


def test_lines_that_cover_no_common_row_share_a_track_and_others_have_their_own() -> None:
    assert routed({0: [2], 3: [5]})[0] == {0: 0, 3: 0}
    assert len(set(routed({0: [3], 2: [5]})[0].values())) == 2


def test_of_lines_that_lead_down_the_lowest_turns_first_and_of_those_that_lead_up_the_highest() -> None:
    assert routed({0: [10], 1: [11], 2: [12]})[0] == {2: 0, 1: 1, 0: 2}
    assert routed({10: [0], 11: [1], 12: [2]})[0] == {10: 0, 11: 1, 12: 2}
    assert routed({0: [9, 12], 8: [2]})[0] == {0: 0, 8: 1}  # what leads down turns before what leads up
    assert routed({4: [0, 12], 6: [1]})[0] == {4: 0, 6: 1}  # more of it leads down
    assert routed({5: [3, 7], 4: [0]})[0] == {5: 0, 4: 1}  # as much of it leads down as up


def test_a_line_turns_before_another_arrives_in_the_row_that_it_leaves() -> None:
    assert routed({0: [4], 4: [1]})[0] == {4: 0, 0: 1}
    tracks, drawn, _ = routed({0: [2], 2: [4], 4: [6]})
    assert tracks == {4: 0, 2: 1, 0: 2}
    assert drawn == {0: [2], 2: [4], 4: [6]}


def test_where_each_would_have_to_turn_before_the_other_the_first_gives_up_just_what_stands_in_the_way() -> (
    None
):
    assert routed({0: [3], 3: [0]})[1] == {0: [], 3: [0]}
    tracks, drawn, channel = routed({0: [3, 5], 3: [0]})
    assert drawn == {0: [5], 3: [0]}
    assert tracks == {0: 0, 3: 1}
    assert [*channel.sources.values()] == [[0], [1]]
    assert routed({0: [2], 2: [4], 4: [0]})[1] == {0: [2], 2: [], 4: [0]}  # the lowest that leads down


@given(
    st.dictionaries(
        st.integers(0, 12), st.lists(st.integers(0, 12), min_size=1, max_size=3, unique=True), max_size=6
    )
)
def test_a_track_knows_what_covers_each_of_its_rows(lines: Mapping[int, Sequence[int]]) -> None:
    _, drawn, channel = routed(lines)
    rows = list(lines)
    for number, track in enumerate(channel.tracks):
        covering = {}
        for item, own in channel.track_of.items():
            ends = [rows[item], *drawn[rows[item]]]
            if own == number:
                covering.update(
                    {row: (item, min(ends), max(ends)) for row in range(min(ends), max(ends) + 1)}
                )
        assert {row: track.at(row) for row in range(-1, 15)} == {
            row: covering.get(row) for row in range(-1, 15)
        }
