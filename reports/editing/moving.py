"""One row up or down in a list of the form, for pages without scripts."""

from django.http import QueryDict

_STEPS = {"up": -1, "down": 1}


def moved(posted: QueryDict) -> QueryDict:
    """`move` says "columns:result:up"; whatever else it says moves nothing."""
    data = posted.copy()
    name, _, rest = data.get("move", "").partition(":")
    key, _, way = rest.partition(":")
    keys = data.getlist(name)
    if key not in keys or way not in _STEPS:
        return data
    place = keys.index(key)
    keys.insert(max(0, place + _STEPS[way]), keys.pop(place))
    data.setlist(name, keys)
    return data
