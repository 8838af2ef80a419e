"""Which outlets belong to one house, and which names mean a news agency."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from secondsource.errors import RegistryError
from secondsource.lineage.names import outlet_key

_ACCEPTED = 'lines of the form "Owner" = ["Outlet", ...] under [houses] or [agencies]'


@dataclass(frozen=True, slots=True)
class Houses:
    """The registry of owners and agencies, by the normalised name of an outlet.

    `owners` and `agencies` give the owner's or agency's name as the registry writes it;
    `sources` says for an owner or agency where that is stated, as far as its file does;
    `names` are the names by which a text may credit an agency, `outlets` those of the outlets
    that the registry gives an owner.
    """

    owners: Mapping[str, str] = field(default_factory=dict)
    agencies: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)

    def agency_of(self, name: str) -> str | None:
        """The agency that a name means, as the registry writes it, or None."""
        return self.agencies.get(outlet_key(name))

    def outlet_of(self, name: str) -> str:
        """One key for all the names of an outlet or agency."""
        return outlet_key(self.agency_of(name) or name)

    def owner_of(self, name: str) -> str | None:
        """Who owns the outlet of that name, as far as the registry says."""
        return self.owners.get(outlet_key(name)) or self.owners.get(self.outlet_of(name))


def load_houses(user_text: str | None = None) -> Houses:
    """The built-in registry of owners and agencies, with the user's own file over it.

    Args:
        user_text: what the user's `houses.toml` says, or None when there is none. Where it
            names an outlet that the built-in registry has, the user's owner holds.

    Raises:
        RegistryError: the user's file is not in the accepted form; the message says where.
    """
    built_in = _load_built_in()
    return built_in if user_text is None else _merge(built_in, parse_houses(user_text))


@cache
def _load_built_in() -> Houses:
    return parse_houses(
        files("secondsource.evidence.origins").joinpath("houses.toml").read_text("utf-8")
    )


def parse_houses(text: str, source: str = "houses.toml") -> Houses:
    """The registry that a text in the format of houses.toml holds.

    Raises:
        RegistryError: it is not TOML, or holds something other than lists of names.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RegistryError(f"{source}: not valid TOML ({error}); expected {_ACCEPTED}") from error
    unknown = sorted(set(tables) - {"houses", "agencies"})
    if unknown:
        raise RegistryError(f"{source}: unknown table [{unknown[0]}]; expected {_ACCEPTED}")
    houses = _read_table(tables.get("houses", {}), "houses", source)
    agencies = _read_table(tables.get("agencies", {}), "agencies", source)
    return Houses(
        owners=_by_outlet(houses),
        agencies=_by_outlet(agencies),
        names=tuple(dict.fromkeys(n for each in agencies for n in each.names)),
        outlets=tuple(dict.fromkeys(n for each in houses for n in each.names)),
        sources={each.owner: each.source for each in (*houses, *agencies) if each.source},
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    """One owner or agency with its names, and where that is stated."""

    owner: str
    names: tuple[str, ...]
    source: str


def _read_table(table: object, name: str, source: str) -> list[_Entry]:
    if not isinstance(table, dict):
        raise RegistryError(f"{source}: {name} is not a table; expected {_ACCEPTED}")
    return [_read_entry(owner, entry, name, source) for owner, entry in table.items()]


def _read_entry(owner: str, entry: object, table: str, source: str) -> _Entry:
    """One line of a table: a list of names, or a table of `names` and `source`."""
    stated = entry.get("source", "") if isinstance(entry, dict) else ""
    names = entry.get("names") if isinstance(entry, dict) else entry
    listed = isinstance(names, list) and all(isinstance(n, str) and n for n in names)
    if not isinstance(names, list) or not listed or not isinstance(stated, str):
        raise RegistryError(
            f"{source}: [{table}] {owner!r} is not a list of names; expected {_ACCEPTED}"
        )
    return _Entry(owner, tuple(names), stated)


def _by_outlet(entries: Iterable[_Entry]) -> dict[str, str]:
    return {outlet_key(n): each.owner for each in entries for n in (each.owner, *each.names)}


def _merge(under: Houses, over: Houses) -> Houses:
    over_owners = {*over.owners.values(), *over.agencies.values()}
    return Houses(
        owners={**under.owners, **over.owners},
        agencies={**under.agencies, **over.agencies},
        names=tuple(dict.fromkeys((*under.names, *over.names))),
        outlets=tuple(dict.fromkeys((*under.outlets, *over.outlets))),
        sources={
            **{owner: said for owner, said in under.sources.items() if owner not in over_owners},
            **over.sources,
        },
    )
