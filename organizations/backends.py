from allauth.account.auth_backends import AuthenticationBackend

from organizations.models import User


class OfficeBackend(AuthenticationBackend):
    """Signs in as allauth does; loads a user with their office, which every page names."""

    def get_user(self, user_id: int) -> User | None:
        user = User.objects.select_related("organization").filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None
