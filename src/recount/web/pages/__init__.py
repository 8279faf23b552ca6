"""The desk's pages, one file each: from a request to what its template shows."""
