package org.pingyi.outcome.result.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.OutgoingFile;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Sends files while they are written, so that their size does not matter. */
final class Sending {

	private Sending() {
	}

	static void zip(OutgoingFile file, HttpServletResponse response) throws IOException {
		response.setContentType("application/zip");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(file.name()).build().toString());
		file.content().writeTo(response.getOutputStream());
	}

}
