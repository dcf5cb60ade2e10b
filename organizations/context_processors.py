from django.utils.functional import SimpleLazyObject

from organizations.models import Round


def shell(request):
    """The years and the bell of the top bar. Lazy: a page without the bar asks nothing."""
    return {
        "rounds": SimpleLazyObject(lambda: list(Round.objects.visible_to(request.user))),
        "unread": SimpleLazyObject(lambda: request.user.notices.unread().count()),
    }
