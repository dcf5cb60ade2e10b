from enum import StrEnum

#: The engine's exit code when it got no more memory.
OUT_OF_MEMORY = 3


class Trouble(StrEnum):
    """Why there is no print. The printing process leaves the first three behind."""

    TOO_LONG = "too-long"
    TOO_LARGE = "too-large"
    BROKEN = "broken"
    #: It ended without leaving a reason, as when the machine was switched off.
    STOPPED = "stopped"
