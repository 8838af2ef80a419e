"""What is sent: a change as JSON, signed so that its receiver knows whom it is from."""

import hashlib
import hmac
import json
from dataclasses import asdict, dataclass
from datetime import datetime

from secondsource.archive.changes import StandingChange

_CHANGED = "standing_changed"
_TEST = "test"


@dataclass(frozen=True, slots=True)
class Message:
    """The bytes of a request and its headers."""

    body: bytes
    headers: dict[str, str]


def write_change(
    change: StandingChange, subscription: int, secret: str, moment: datetime
) -> Message:
    """The message that tells of a change.

    Args:
        change: what it tells.
        subscription: the number of the subscription; with the change it gives the message its id,
            which is the same at each try.
        secret: what it is signed with.
        moment: when it is sent.
    """
    told = json.dumps({"event": _CHANGED, **asdict(change)}, ensure_ascii=False)
    name = json.dumps([subscription, change.number, change.at])
    delivery = hashlib.sha256(name.encode()).hexdigest()[:32]
    return _sign(told.encode(), _CHANGED, delivery, secret, moment)


def write_test(subscription: int, secret: str, moment: datetime) -> Message:
    """A message that tells nothing: whoever receives it can try whether it works."""
    at = moment.isoformat(timespec="seconds")
    told = json.dumps({"event": _TEST, "webhook": subscription, "at": at})
    delivery = hashlib.sha256(told.encode()).hexdigest()[:32]
    return _sign(told.encode(), _TEST, delivery, secret, moment)


def make_signature(secret: str, timestamp: str, body: bytes) -> str:
    """What proves that a message is from who knows the secret, and when it was sent.

    Returns:
        `sha256=` and the HMAC-SHA-256 of the timestamp, a full stop and the body, in hex.
    """
    signed = timestamp.encode() + b"." + body
    return "sha256=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


def _sign(body: bytes, event: str, delivery: str, secret: str, moment: datetime) -> Message:
    timestamp = str(int(moment.timestamp()))
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "secondsource/0.1 (webhook)",
        "X-Second-Source-Event": event,
        "X-Second-Source-Delivery": delivery,
        "X-Second-Source-Timestamp": timestamp,
        "X-Second-Source-Signature": make_signature(secret, timestamp, body),
    }
    return Message(body, headers)
