package org.pingyi.intake.adjustment.web;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.Reason;
import org.pingyi.intake.adjustment.Kind;
import org.pingyi.intake.adjustment.Proposal;

import org.springframework.format.annotation.DateTimeFormat;

/**
 * A proposal as the office types it; shared by the pages of the three kinds.
 *
 * @param cycle code of the cycle
 * @param unit code of the unit
 * @param quantity whole units of what the rule counts; null stands for none
 */
record ProposalForm(String cycle, Kind kind, @NotBlank(message = "{adjustment.unit.missing}") String unit,
		@NotBlank(message = "{adjustment.rule.missing}") String rule,
		@NotBlank(message = "{adjustment.document.missing}") @Size(max = 200,
				message = "{adjustment.document.tooLong}") String document,
		@NotNull(message = "{adjustment.happenedOn.missing}") @DateTimeFormat(
				iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate happenedOn,
		String cause, String handling,
		@PositiveOrZero(message = "{adjustment.quantity.negative}") @Max(value = 999_999_999,
				message = "{adjustment.quantity.tooMuch}") @Nullable Long quantity,
		@NotBlank(message = "{adjustment.reason.missing}") @Size(max = 1000,
				message = "{adjustment.reason.tooLong}") @Reason String reason) {

	ProposalForm {
		kind = Objects.requireNonNullElse(kind, Kind.DEDUCTION);
		cause = Objects.requireNonNullElse(cause, "");
		handling = Objects.requireNonNullElse(handling, "");
	}

	static ProposalForm empty(String cycle, Kind kind, String unit) {
		return new ProposalForm(cycle, kind, unit, "", "", null, "", "", null, "");
	}

	long counted() {
		return Objects.requireNonNullElse(this.quantity, 0L);
	}

	Proposal proposal(long cycle, long unit) {
		return new Proposal(cycle, unit, this.rule, this.document.strip(), Objects.requireNonNull(this.happenedOn),
				this.cause, this.handling, this.reason.strip(), "desk", counted());
	}

}
