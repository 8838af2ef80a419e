"""Which outlets belong to one house, and which names mean a news agency."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from secondsource.errors import RegistryError
from secondsource.lineage.names import outlet_host, outlet_key, outlet_site

_ACCEPTED = 'lines of the form "Owner" = ["Outlet", ...] under [houses] or [agencies]'


@dataclass(frozen=True, slots=True)
class Houses:
    """The registry of owners and agencies, by the normalised name of an outlet or by its host.

    `owners` and `agencies` give the owner's or agency's name as the registry writes it;
    `sources` says for an owner or agency where that is stated, as far as its file does;
    `names` are the names by which a text may credit an agency, `outlets` those of the outlets
    that the registry gives an owner. `labels` are the owners of the hosts that the registry lists,
    by the normalised name that each host has in it ("gazeta" of gazeta.ru and gazeta.pl); `apart`
    the names that several hosts have which it does not list.
    """

    owners: Mapping[str, str] = field(default_factory=dict)
    agencies: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, frozenset[str]] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()

    def agency_of(self, name: str) -> str | None:
        """The agency that a name means, as the registry writes it, or None."""
        return self._find(self.agencies, name)

    def outlet_of(self, name: str) -> str:
        """One key for all the names of an outlet or agency.

        Hosts that differ in their suffix only are one where the registry lists them for one owner.
        """
        agency = self.agency_of(name)
        if agency:
            return outlet_key(agency)
        host = outlet_host(name)
        if host is None or not self._is_ambiguous(host):
            return outlet_key(name)
        return self._listed(host) or outlet_site(host)

    def owner_of(self, name: str) -> str | None:
        """Who owns the outlet of that name, as far as the registry says."""
        return self._find(self.owners, name) or self.owners.get(self.outlet_of(name))

    def tell_apart(self, names: Iterable[str]) -> "Houses":
        """The registry where outlets known by hosts alone are not taken for one by their names."""
        sites: dict[str, set[str]] = {}
        for host in filter(None, map(outlet_host, names)):
            sites.setdefault(outlet_key(host), set()).add(outlet_site(host))
        return replace(self, apart=frozenset(key for key, own in sites.items() if len(own) > 1))

    def _find(self, table: Mapping[str, str], name: str) -> str | None:
        """What a table says of a name; of an address by its host first, then by its own label."""
        host = outlet_host(name)
        listed = self._listed(host) if host else None
        if listed and listed in table:
            return table[listed]
        return None if host and self._is_ambiguous(host) else table.get(outlet_key(name))

    def _listed(self, host: str) -> str | None:
        """The host, or the one that it is a part of, as the registry lists it."""
        while "." in host:
            if host in self.owners or host in self.agencies:
                return host
            host = host.partition(".")[2]
        return None

    def _is_ambiguous(self, host: str) -> bool:
        """Whether the label of a host does not say which outlet it is."""
        key = outlet_key(host)
        if self._listed(host):
            return len(self.labels.get(key, ())) > 1
        return key in self.labels or key in self.apart


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
    owners, by_name = _by_outlet(houses), _by_outlet(agencies)
    return Houses(
        owners=owners,
        agencies=by_name,
        names=tuple(dict.fromkeys(n for each in agencies for n in each.names)),
        outlets=tuple(dict.fromkeys(n for each in houses for n in each.names)),
        sources={each.owner: each.source for each in (*houses, *agencies) if each.source},
        labels=_list_labels(owners, by_name),
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
    """Owners by the keys of names, by hosts, and by the labels of hosts that no other owner has."""
    named = [(n, each.owner) for each in entries for n in (each.owner, *each.names)]
    hosts = {host: owner for name, owner in named if (host := outlet_host(name))}
    labels = _list_labels(hosts)
    short = {key: min(owners) for key, owners in labels.items() if len(owners) == 1}
    return short | {outlet_key(n): owner for n, owner in named if not outlet_host(n)} | hosts


def _list_labels(*tables: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The owners of the hosts in some tables by their labels; of two tables the first holds."""
    labels: dict[str, frozenset[str]] = {}
    hosts = {key: owner for table in reversed(tables) for key, owner in table.items() if "." in key}
    for host, owner in hosts.items():
        key = outlet_key(host)
        labels[key] = labels.get(key, frozenset()) | {owner}
    return labels


def _merge(under: Houses, over: Houses) -> Houses:
    over_owners = {*over.owners.values(), *over.agencies.values()}
    owners = {**under.owners, **over.owners}
    agencies = {**under.agencies, **over.agencies}
    return Houses(
        owners=owners,
        agencies=agencies,
        names=tuple(dict.fromkeys((*under.names, *over.names))),
        outlets=tuple(dict.fromkeys((*under.outlets, *over.outlets))),
        sources={
            **{owner: said for owner, said in under.sources.items() if owner not in over_owners},
            **over.sources,
        },
        labels=_list_labels(owners, agencies),
    )
