from django.utils.functional import SimpleLazyObject


def shell(request):
    """The years and the bell of the top bar. Lazy: a page without the bar asks nothing."""
    return {
        "rounds": SimpleLazyObject(lambda: request.user.visible_rounds),
        "unread": SimpleLazyObject(lambda: request.user.notices.unread().count()),
    }
