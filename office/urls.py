"""ส่วนราชการและผู้ใช้: what the office's own admin keeps."""

from django.urls import path

from office import paste, people, together, units

app_name = "office"
urlpatterns = [
    path("units/", units.units, name="units"),
    path("units/new/", units.unit_new, name="unit_new"),
    path("units/<int:pk>/", units.unit, name="unit"),
    path("units/<int:pk>/edit/", units.unit_edit, name="unit_edit"),
    path("units/<int:pk>/shift/", units.unit_shift, name="unit_shift"),
    path("units/<int:pk>/merge/", units.unit_merge, name="unit_merge"),
    path("units/<int:pk>/close/", units.unit_close, name="unit_close"),
    path("units/<int:pk>/reopen/", units.unit_reopen, name="unit_reopen"),
    path("units/<int:pk>/delete/", units.unit_delete, name="unit_delete"),
    path("people/", people.people, name="people"),
    path("people/new/", people.person_new, name="person_new"),
    path("people/paste/", paste.people_paste, name="people_paste"),
    path("people/make/", paste.people_make, name="people_make"),
    path("people/together/", together.people_together, name="people_together"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/edit/", people.person_edit, name="person_edit"),
    path("people/<int:pk>/password/", people.person_password, name="person_password"),
    path("people/<int:pk>/lost-phone/", people.person_lost_phone, name="person_lost_phone"),
    path("people/<int:pk>/leave/", people.person_leave, name="person_leave"),
    path("people/<int:pk>/return/", people.person_return, name="person_return"),
]
