from reports.files.excel.book import write_excel

__all__ = ["write_excel"]
