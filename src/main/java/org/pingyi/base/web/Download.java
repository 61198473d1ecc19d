package org.pingyi.base.web;

import java.nio.charset.StandardCharsets;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file to be saved: its type, and the header that names it. */
public final class Download {

	public static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	private static final MediaType JSON = new MediaType("application", "json", StandardCharsets.UTF_8);

	public static final MediaType XLSX = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	public static final MediaType ZIP = MediaType.parseMediaType("application/zip");

	private Download() {
	}

	public static ResponseEntity<byte[]> of(String name, MediaType type, byte[] content) {
		return ResponseEntity.ok().contentType(type).headers(named(name)).body(content);
	}

	/** A document in JSON, in UTF-8. */
	public static ResponseEntity<byte[]> json(String name, String document) {
		return of(name, JSON, document.getBytes(StandardCharsets.UTF_8));
	}

	/** The header by which a browser saves a file under a name. */
	public static HttpHeaders named(String name) {
		HttpHeaders headers = new HttpHeaders();
		headers.setContentDisposition(ContentDisposition.attachment().filename(name).build());
		return headers;
	}

}
