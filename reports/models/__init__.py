from reports.columns import Orientation
from reports.models.layout import Digits, Layout, MarkForm, MarkPlace, Part, Period
from reports.models.remark import MeasureRemark
from reports.models.signatory import ChosenPhoto, Duty, Signatory
from reports.models.typed_in import TypedIn
from reports.models.word_template import WordTemplate
from reports.models.wording import ReportWording, WordingChange

__all__ = [
    "ChosenPhoto",
    "Digits",
    "Duty",
    "Layout",
    "MarkForm",
    "MarkPlace",
    "MeasureRemark",
    "Orientation",
    "Part",
    "Period",
    "ReportWording",
    "Signatory",
    "TypedIn",
    "WordTemplate",
    "WordingChange",
]
