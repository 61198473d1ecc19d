package org.pingyi.intake.review;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.pingyi.base.audit.Sha256;

/**
 * Draws people by lot so that anybody can repeat it: each gets the SHA-256 of the seed
 * and their own line, and those with the lowest are drawn. The order of the list does not
 * matter, and the seed is all that chance decides.
 */
final class Lot {

	private static final Comparator<NewInvitation> BY_LINE = Comparator.comparing(Lot::line);

	private final List<InvitationQuota> quotas;

	private final List<NewInvitation> people;

	/**
	 * @param quotas how many are asked; classes that are not named here are all drawn
	 */
	Lot(List<InvitationQuota> quotas, List<NewInvitation> people) {
		this.quotas = quotas.stream().filter(InvitationQuota::exceeded).toList();
		this.people = people.stream().sorted(BY_LINE).toList();
	}

	/** Those drawn with a seed, sorted, and everybody whose class is not drawn from. */
	List<NewInvitation> drawn(String seed) {
		Stream<NewInvitation> drawn = this.quotas.stream()
			.flatMap((quota) -> this.people.stream()
				.filter(quota::covers)
				.sorted(Comparator.comparing((person) -> Sha256.hex(seed + "\n" + line(person))))
				.limit(quota.remaining()));
		Stream<NewInvitation> others = this.people.stream()
			.filter((person) -> this.quotas.stream().noneMatch((quota) -> quota.covers(person)));
		return Stream.concat(drawn, others).sorted(BY_LINE).toList();
	}

	/** What the lot is drawn from: the sorted list and the open places, as one digest. */
	String digest() {
		Stream<String> places = this.quotas.stream()
			.map((quota) -> String.join("\t", quota.channel(), quota.raterClass(), quota.remaining() + ""))
			.sorted();
		return Sha256.hex(Stream.concat(places, this.people.stream().map(Lot::line)).collect(Collectors.joining("\n")));
	}

	private static String line(NewInvitation person) {
		return String.join("\t", person.channel(), person.raterClass(), person.organisation(), person.name());
	}

}
