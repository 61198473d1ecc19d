package org.pingyi.base.unit.web;

import java.util.List;

import org.pingyi.base.unit.UnitImports;
import org.pingyi.base.web.Download;
import org.pingyi.base.web.Option;
import org.pingyi.base.web.Spreadsheets;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The register as a file, in the columns that an import reads. */
@Controller
@RequestMapping("/desk/units/export")
class UnitExportController {

	private final UnitImports imports;

	UnitExportController(UnitImports imports) {
		this.imports = imports;
	}

	@GetMapping("/units.csv")
	ResponseEntity<byte[]> csv() {
		return Download.of("units.csv", Download.CSV, Spreadsheets.csv(headings(), this.imports.export()));
	}

	@GetMapping("/units.xlsx")
	ResponseEntity<byte[]> xlsx() {
		return Download.of("units.xlsx", Download.XLSX, Spreadsheets.xlsx("受评单位", headings(), this.imports.export()));
	}

	private List<String> headings() {
		return this.imports.columns().stream().map(Option::value).toList();
	}

}
