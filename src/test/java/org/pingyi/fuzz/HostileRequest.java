package org.pingyi.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request as it goes over the wire, whether any client would send it or not.
 *
 * @param method of the request line, in ISO 8859-1
 * @param target of the request line, in ISO 8859-1
 * @param headers whole lines without their ends, in ISO 8859-1
 * @param body whatever follows
 */
record HostileRequest(String method, String target, List<String> headers, byte[] body) {

	byte[] bytes() {
		String head = this.method + " " + this.target + " HTTP/1.1\r\n" + String.join("\r\n", this.headers)
				+ "\r\n\r\n";
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		all.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
		all.writeBytes(this.body);
		return all.toByteArray();
	}

	@Override
	public String toString() {
		String text = new String(bytes(), StandardCharsets.ISO_8859_1).replace("\r\n", " | ");
		return text.substring(0, Math.min(1500, text.length()));
	}

}
