package org.pingyi.intake.hotline;

import java.time.LocalDate;
import java.util.List;

/** Cases by columns, as one statement inserts them all. */
record CaseColumns(List<HotlineCase.Details> cases) {

	public String[] numbers() {
		return this.cases.stream().map(HotlineCase.Details::number).toArray(String[]::new);
	}

	public LocalDate[] calledOn() {
		return this.cases.stream().map(HotlineCase.Details::calledOn).toArray(LocalDate[]::new);
	}

	public Long[] units() {
		return this.cases.stream().map(HotlineCase.Details::unit).toArray(Long[]::new);
	}

	public String[] categories() {
		return this.cases.stream().map(HotlineCase.Details::category).toArray(String[]::new);
	}

	public String[] contents() {
		return this.cases.stream().map(HotlineCase.Details::content).toArray(String[]::new);
	}

	public String[] handlings() {
		return this.cases.stream().map(HotlineCase.Details::handling).toArray(String[]::new);
	}

	public LocalDate[] closedOn() {
		return this.cases.stream().map(HotlineCase.Details::closedOn).toArray(LocalDate[]::new);
	}

}
