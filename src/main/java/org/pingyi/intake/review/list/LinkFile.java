package org.pingyi.intake.review.list;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.pingyi.base.web.PublicAddress;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.intake.review.IssuedInvitation;
import org.pingyi.rules.scoring.Door;

/** Personal links as the rows of a file, which whoever hands them out reads. */
@Component
class LinkFile {

	static final List<String> COLUMNS = List.of("姓名", "单位", "渠道", "链接", "评议码");

	private final BallotForms forms;

	private final PublicAddress address;

	LinkFile(BallotForms forms, PublicAddress address) {
		this.forms = forms;
		this.address = address;
	}

	List<List<String>> rows(long cycle, List<IssuedInvitation> issued) {
		Map<String, String> channels = this.forms.of(cycle, Door.REVIEW)
			.stream()
			.map(BallotForm::channel)
			.collect(Collectors.toMap((channel) -> channel.code(), (channel) -> channel.name().zh()));
		return issued.stream()
			.map((one) -> List.of(one.name(), one.organisation(), channels.getOrDefault(one.channel(), one.channel()),
					this.address.of(IssuedInvitation.PATH + one.token()), one.code()))
			.toList();
	}

}
