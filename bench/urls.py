"""The project's addresses and one page with nothing in it but the shell."""

from django.shortcuts import render
from django.urls import path

from ita_tracker.urls import urlpatterns as ours


def empty(request):
    return render(request, "base.html")


urlpatterns = [path("empty/", empty), *ours]
