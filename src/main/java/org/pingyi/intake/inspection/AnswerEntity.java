package org.pingyi.intake.inspection;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What a unit said to a finding, as it is stored. */
@Entity
@Immutable
@Table(name = "inspection_answer")
class AnswerEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long findingId;

	private String answer = "";

	private LocalDate answeredOn = LocalDate.EPOCH;

	private String answeredBy = "";

	protected AnswerEntity() {
	}

	AnswerEntity(long finding, String text, LocalDate day, String by) {
		this.findingId = finding;
		this.answer = text;
		this.answeredOn = day;
		this.answeredBy = by;
	}

	long finding() {
		return this.findingId;
	}

	Finding.Answer toAnswer() {
		return new Finding.Answer(this.answer, this.answeredOn, this.answeredBy);
	}

}
