"""A file on its way in, of which nothing is kept but its hash."""

from hashlib import sha256
from io import BytesIO

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

from tracking.uploads.limits import MAX_SIZE


class HashedFile(UploadedFile):
    def __init__(self, name: str, size: int, sha256: str):
        super().__init__(BytesIO(), name, size=size)
        self.sha256 = sha256


class HashingHandler(FileUploadHandler):
    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.hash = sha256()

    def receive_data_chunk(self, raw_data, start):
        # Larger than any report: it is not read to its end.
        if start + len(raw_data) > MAX_SIZE:
            raise StopUpload(connection_reset=True)
        self.hash.update(raw_data)

    def file_complete(self, file_size):
        return HashedFile(self.file_name, file_size, self.hash.hexdigest())
