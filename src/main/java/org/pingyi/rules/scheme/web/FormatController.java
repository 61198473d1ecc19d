package org.pingyi.rules.scheme.web;

import org.pingyi.base.web.Download;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The JSON Schema of the scheme file, saved beside a file that is written by hand. */
@Controller
class FormatController {

	private final Schemes schemes;

	FormatController(Schemes schemes) {
		this.schemes = schemes;
	}

	@GetMapping("/desk/schemes/schema")
	ResponseEntity<byte[]> schema() {
		return Download.json("pingyi-scheme-2.schema.json", this.schemes.schema());
	}

}
