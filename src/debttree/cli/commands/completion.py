"""`debttree completion SHELL`: a script with which a shell completes our command lines when Tab is pressed."""

import argparse

from debttree.cli.session import ExitStatus, Session
from debttree.locales import Phrases

_BASH = r"""_debttree() {
    local line=${COMP_LINE:0:COMP_POINT} word
    COMPREPLY=()
    while IFS= read -r word; do
        COMPREPLY+=("$word")
    done < <(debttree completion bash --for "$line" 2>/dev/null)
    if [[ $line =~ --path[\ =][^\ ]*$ || ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -o default -F _debttree debttree
"""

_ZSH = r"""_debttree() {
    local -a found end=()
    found=(${(f)"$(debttree completion zsh --for "${(j: :)${(@q)words[1,CURRENT-1]}} ${(q)PREFIX}" 2>/dev/null)"})
    [[ ${words[CURRENT-1]} == --path || $PREFIX == --path=* || ${found[1]} == *= ]] && end=(-S '')
    if (( $#found )); then
        compadd "${end[@]}" -- $found
    else
        _files
    fi
}
compdef _debttree debttree
"""

_FISH = r"""function __debttree_complete
    set -l found (debttree completion fish --for (commandline -cp | string collect) 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c debttree -f -a '(__debttree_complete)'
"""

_POWERSHELL = r"""Register-ArgumentCompleter -Native -CommandName debttree -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $before = @($commandAst.CommandElements |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { $_.Extent.Text })
    $line = (@($before) + "$wordToComplete" |
        ForEach-Object { "'" + $_.Trim("'", '"') + "'" }) -join ' '
    debttree completion powershell --for $line 2>$null | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
}
"""

SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH, "powershell": _POWERSHELL}


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add SHELL and --for."""
    parser.add_argument("shell", metavar=say("SHELL"), choices=tuple(SCRIPTS), help=", ".join(SCRIPTS))
    parser.add_argument(
        "--for", dest="line", metavar=say("LINE"), help=say("what can follow this line; the script asks so")
    )


def run(options: argparse.Namespace, session: Session) -> int:
    """Write the script, or the possible next words of a line, one per line."""
    if options.line is None:
        session.write(SCRIPTS[options.shell])
        return ExitStatus.DONE
    from debttree.cli.completing import candidates

    for word in candidates(options.line, session.say):
        session.line(_rest(word, options.line) if options.shell == "bash" else word)
    return ExitStatus.DONE


def _rest(word: str, line: str) -> str:
    """Return the part that bash replaces: for bash a word begins anew behind each `:` and `=` on the line."""
    typed = line.split()[-1:] if not line[-1:].isspace() else []
    cut = max((typed[0].rfind(mark) for mark in ":="), default=-1) if typed else -1
    return word[cut + 1 :]
