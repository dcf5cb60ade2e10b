from reports.files.word.document import write_word

__all__ = ["write_word"]
