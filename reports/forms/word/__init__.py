from reports.forms.word.document import write_word

__all__ = ["write_word"]
