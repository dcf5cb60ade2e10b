"""How much a person may send: for forms, pages, scripts and refusals alike."""

MAX_SIZE = 20 * 1024 * 1024
#: As people read it.
MAX_SIZE_WORDS = f"{MAX_SIZE // 1024 // 1024} MB"
#: An entry, and a request.
MAX_FILES = 20
