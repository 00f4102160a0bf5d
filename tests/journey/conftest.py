"""The guide that the summary's tests walk through serves journeys too."""

from tests.export.conftest import guide, walk

__all__ = ["guide", "walk"]
