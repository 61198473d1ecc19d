package org.pingyi.rules.scheme.web;

import java.nio.charset.StandardCharsets;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A scheme file to be saved. */
final class Download {

	private static final MediaType JSON = new MediaType("application", "json", StandardCharsets.UTF_8);

	private Download() {
	}

	static ResponseEntity<String> of(String name, String document) {
		return ResponseEntity.ok()
			.contentType(JSON)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(document);
	}

}
