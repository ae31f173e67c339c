"""Help and usage errors in Indonesian, as plain text: the library's own words are English."""

import re
import shutil
import textwrap
from collections.abc import Iterator, Sequence

from typer import Context
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

Parameter = TyperArgument | TyperOption
WIDEST = 96
"""Letters of a line at most."""
HELP_TEXT = "Tampilkan bantuan ini."
EXTRA = re.compile(r"extra argument\S* \((.*)\)", re.DOTALL)
"""How the library tells words that nothing asked for."""


def examples(*lines: str) -> str:
    """What stands at the end of a help page, from commands as they are typed."""
    return "\n".join(lines)


class Command(TyperCommand):
    """A command whose help is Indonesian."""

    def get_help(self, ctx: Context) -> str:  # type: ignore[override]  # their Context is private
        """The whole help page."""
        return "\n".join(_page(self, ctx, ()))


class CommandGroup(TyperGroup):
    """The program itself: its help lists the commands."""

    def get_help(self, ctx: Context) -> str:  # type: ignore[override]  # their Context is private
        """The whole help page."""
        commands = tuple(
            (name, command.help or "")
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name))
        )
        return "\n".join(_page(self, ctx, commands))


def _page(
    command: TyperCommand | TyperGroup, ctx: Context, commands: tuple[tuple[str, str], ...]
) -> Iterator[str]:
    arguments, options = [], []
    for parameter in command.get_params(ctx):
        if isinstance(parameter, TyperArgument):
            arguments.append((_argument_name(parameter), _with_default(parameter)))
        elif isinstance(parameter, TyperOption):
            options.append((_option_names(parameter), _with_default(parameter)))
    pieces = [ctx.command_path, *(name for name, _ in arguments)]
    pieces += ["PERINTAH"] if commands else []
    yield f"Pemakaian: {' '.join(pieces)} [PILIHAN]"
    yield ""
    yield from textwrap.wrap(command.help or "", _width())
    for title, rows in (("Argumen", arguments), ("Perintah", commands), ("Pilihan", options)):
        if rows:
            yield ""
            yield f"{title}:"
            yield from _table(rows)
    if command.epilog:
        yield ""
        yield "Contoh:"
        yield from (f"  {line}" for line in command.epilog.splitlines())


def _table(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    left = max(len(name) for name, _ in rows) + 4
    for name, text in rows:
        lines = textwrap.wrap(text, _width() - left) or [""]
        yield f"  {name:<{left - 2}}{lines[0]}"
        yield from (" " * left + line for line in lines[1:])


def _width() -> int:
    return min(shutil.get_terminal_size().columns, WIDEST)


def _argument_name(parameter: TyperArgument) -> str:
    name = parameter.metavar or (parameter.name or "").upper()
    return name if parameter.required else f"[{name}]"


def _option_names(parameter: Parameter) -> str:
    names = ", ".join(sorted(parameter.opts, key=len))
    return f"{names} {parameter.metavar}" if parameter.metavar else names


def _with_default(parameter: Parameter) -> str:
    text = HELP_TEXT if "--help" in parameter.opts else parameter.help or ""
    default = parameter.default
    shown = default if isinstance(default, str) or hasattr(default, "parts") else ""
    return f"{text} [jika tidak diisi: {shown}]" if str(shown) else text


def usage_sentence(error: Exception) -> str:
    """What is wrong with what was typed, in one sentence; "" when it is another error.

    NOTE: the library gives its usage errors no public names, so they are told by class name.
    """
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if "UsageError" not in kinds:
        return ""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "sopbatch"
    return f"{_usage_fault(error, kinds)}; ketik “{command} --help” untuk bantuan."


def _usage_fault(error: Exception, kinds: set[str]) -> str:
    name = _parameter_name(getattr(error, "param", None))
    if "NoSuchOption" in kinds:
        return f"Pilihan “{getattr(error, 'option_name', '')}” tidak dikenal"
    if "MissingParameter" in kinds:
        return f"{name} belum ditulis"
    if "BadParameter" in kinds:
        return f"Nilai untuk {name} tidak benar{_wanted(getattr(error, 'param', None))}"
    if "BadOptionUsage" in kinds:
        return f"Pilihan “{getattr(error, 'option_name', '')}” tidak dipakai dengan benar"
    if extra := EXTRA.search(str(error)):
        return f"Tulisan “{extra[1]}” berlebih"
    quoted = str(error).partition("'")[2].partition("'")[0]
    return f"Perintah “{quoted}” tidak dikenal" if quoted else "Perintah tidak lengkap"


def _wanted(parameter: Parameter | None) -> str:
    """What a parameter of numbers takes: ": tulis bilangan 1 sampai 64"."""
    least, most = getattr(parameter, "min", None), getattr(parameter, "max", None)
    known = least is not None and most is not None
    return f": tulis bilangan {least} sampai {most}" if known else ""


def _parameter_name(parameter: Parameter | None) -> str:
    if isinstance(parameter, TyperArgument):
        return parameter.metavar or (parameter.name or "").upper()
    return max(parameter.opts, key=len) if parameter is not None else "pilihan"
