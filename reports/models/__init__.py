from reports.columns import Orientation
from reports.models.carry_decision import CarryDecision, CarryKind
from reports.models.issued import (
    DamagedFile,
    FileKind,
    IssuedFile,
    IssuedReport,
    Publication,
)
from reports.models.layout import Digits, Layout, MarkForm, MarkPlace, Part, Period
from reports.models.proposal import AlreadyDecided, Proposal, ProposalDecision, Verdict
from reports.models.remark import MeasureRemark
from reports.models.signatory import ChosenPhoto, Duty, Signatory
from reports.models.typed_in import TypedIn
from reports.models.word_template import WordTemplate
from reports.models.wording import ReportWording, WordingChange
from reports.models.year_import import YearImport

__all__ = [
    "AlreadyDecided",
    "CarryDecision",
    "CarryKind",
    "ChosenPhoto",
    "DamagedFile",
    "Digits",
    "Duty",
    "FileKind",
    "IssuedFile",
    "IssuedReport",
    "Layout",
    "MarkForm",
    "MarkPlace",
    "MeasureRemark",
    "Orientation",
    "Part",
    "Period",
    "Proposal",
    "ProposalDecision",
    "Publication",
    "ReportWording",
    "Signatory",
    "TypedIn",
    "Verdict",
    "WordTemplate",
    "WordingChange",
    "YearImport",
]
