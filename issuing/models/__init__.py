from issuing.models.issued import DamagedFile, FileKind, IssuedFile, IssuedReport, Publication
from issuing.models.proposal import AlreadyDecided, Proposal, ProposalDecision, Verdict

__all__ = [
    "AlreadyDecided",
    "DamagedFile",
    "FileKind",
    "IssuedFile",
    "IssuedReport",
    "Proposal",
    "ProposalDecision",
    "Publication",
    "Verdict",
]
