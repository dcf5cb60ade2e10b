"""What a template may say: fields, lists of rows, and whether to show a part. Nothing else."""

from collections.abc import Mapping

from jinja2 import StrictUndefined, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reports.files.own.blanks import TEXTS, lists

_PLAIN = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.For,
    nodes.If,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.Const,
)
_OF_LOOP = frozenset(["index", "first", "last"])


class BadTemplate(Exception):
    """Says in Thai what is wrong with the document, and what to do."""


class FieldsOnly(ImmutableSandboxedEnvironment):
    """A sandbox in which there is nothing to call: every source is looked through before it is
    compiled, wherever in the document it stands.
    """

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.filters.clear()
        self.globals.clear()

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _check(tree, {})
        return tree


def _check(node: nodes.Node, inside: Mapping[str, frozenset[str] | None]) -> None:
    """`inside` names what loops around it have: the fields of each, None for a text alone."""
    if not isinstance(node, _PLAIN):
        raise BadTemplate(
            "แบบมีคำสั่งที่ระบบไม่รับ ใช้ได้เฉพาะช่องข้อความ {{ ชื่อช่อง }} รายการ {% for %} และเงื่อนไข {% if %} "
            "โปรดเทียบกับแบบตัวอย่าง"
        )
    if isinstance(node, nodes.For):
        _check_loop(node, inside)
        return
    if isinstance(node, nodes.Getattr):
        _check_field(node, inside)
        return
    if isinstance(node, nodes.Name) and node.name not in (*TEXTS, *lists(), *inside):
        raise BadTemplate(f"ไม่รู้จักช่อง “{node.name}” โปรดแก้ชื่อช่องให้ตรงกับรายชื่อในหน้านี้")
    for child in node.iter_child_nodes():
        _check(child, inside)


def _check_loop(node: nodes.For, inside: Mapping[str, frozenset[str] | None]) -> None:
    rows, each = node.iter, node.target
    is_more = inside or node.recursive or node.test
    if (
        is_more
        or not (isinstance(rows, nodes.Name) and isinstance(each, nodes.Name))
        or rows.name not in lists()
    ):
        raise BadTemplate(
            f"รายการ {{% for %}} ใช้ได้กับ {' '.join(lists())} ทีละรายการ ไม่ซ้อนกัน โปรดเทียบกับแบบตัวอย่าง"
        )
    fields = lists()[rows.name]
    for child in (*node.body, *node.else_):
        _check(child, {each.name: fields, "loop": _OF_LOOP})


def _check_field(node: nodes.Getattr, inside: Mapping[str, frozenset[str] | None]) -> None:
    owner = node.node.name if isinstance(node.node, nodes.Name) else ""
    if node.attr not in (inside.get(owner) or ()):
        raise BadTemplate(f"ไม่รู้จักช่อง “{owner}.{node.attr}” โปรดแก้ชื่อช่องให้ตรงกับรายชื่อในหน้านี้")
