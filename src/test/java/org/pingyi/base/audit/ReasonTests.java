package org.pingyi.base.audit;

import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.web.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A reason says something, on the form as behind it. */
@PingyiTest
class ReasonTests {

	private final Decisions decisions;

	private final Validator validator;

	ReasonTests(Decisions decisions, Validator validator) {
		this.decisions = decisions;
		this.validator = validator;
	}

	@ParameterizedTest
	@ValueSource(strings = { "好", "不同意", "材料不足", "，，，，，，", "……！！！？？", "a b c d", "不 同 意 。。。" })
	void refusesWhatSaysTooLittle(String reason) {
		assertThat(this.validator.validate(new Form(reason))).singleElement()
			.returns("{audit.reason.short}", (fault) -> fault.getMessageTemplate());
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> As.office(() -> this.decisions.decision(ProposalState.REJECTED, reason)))
			.returns("audit.reasonShort", Refusal::key);
	}

	@ParameterizedTest
	@ValueSource(strings = { "材料不充分", " 见会议纪要3号。 ", "see minutes", "𠮷野家已核" })
	void takesWhatSaysEnough(String reason) {
		assertThat(this.validator.validate(new Form(reason))).isEmpty();
		assertThat(As.office(() -> this.decisions.decision(ProposalState.REJECTED, reason)).remark())
			.isEqualTo(reason.strip());
	}

	@Test
	void asksNoReasonOfWhoeverAgrees() {
		assertThat(As.office(() -> this.decisions.decision(ProposalState.APPROVED, "同意")).remark()).isEqualTo("同意");
	}

	record Form(@Reason String reason) {
	}

}
