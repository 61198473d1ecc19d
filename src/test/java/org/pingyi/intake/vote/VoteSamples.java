package org.pingyi.intake.vote;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.pingyi.As;
import org.pingyi.Samples;

/** Citizens with a number, and what arrives on their phones. */
@Samples
public class VoteSamples {

	public static final PhoneNumber LI = PhoneNumber.read("138 0000 1111").orElseThrow();

	public static final PhoneNumber WANG = PhoneNumber.read("+86 139-0000-2222").orElseThrow();

	private static final Pattern CODE = Pattern.compile("\\d{6}");

	private final DevelopmentSms gateway;

	VoteSamples(DevelopmentSms gateway) {
		this.gateway = gateway;
	}

	/** How many messages went out. */
	public int messages() {
		return As.office(this.gateway::latest).size();
	}

	/** The code in the latest message to a number. */
	public String codeOf(PhoneNumber phone) {
		return As.office(this.gateway::latest)
			.stream()
			.filter((message) -> message.phone().equals(phone.digits()))
			.map((message) -> CODE.matcher(message.text()))
			.filter(Matcher::find)
			.map(Matcher::group)
			.findFirst()
			.orElseThrow();
	}

	/** A code of six digits that was not sent. */
	public String wrongCode(PhoneNumber phone) {
		return codeOf(phone).equals("000000") ? "111111" : "000000";
	}

}
