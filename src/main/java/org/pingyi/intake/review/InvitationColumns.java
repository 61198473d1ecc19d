package org.pingyi.intake.review;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Invitations by columns, as one statement inserts them all. */
record InvitationColumns(List<InvitationEntity> rows) {

	public Long[] ids() {
		return this.rows.stream().map(InvitationEntity::id).toArray(Long[]::new);
	}

	public String[] channels() {
		return texts(InvitationEntity::channel);
	}

	public String[] raterClasses() {
		return texts(InvitationEntity::raterClass);
	}

	public String[] names() {
		return texts(InvitationEntity::name);
	}

	public String[] organisations() {
		return texts(InvitationEntity::organisation);
	}

	public String[] tokenHashes() {
		return texts(InvitationEntity::tokenHash);
	}

	/** In hexadecimal digits. */
	public String[] phones() {
		return texts((row) -> hex(row.phone()));
	}

	/** In hexadecimal digits. */
	public String[] seals() {
		return texts((row) -> hex(row.seal()));
	}

	/** The invitation of each of {@link #units()}. */
	public Long[] sheets() {
		return this.rows.stream().flatMap((row) -> row.units().stream().map((unit) -> row.id())).toArray(Long[]::new);
	}

	public Long[] units() {
		return this.rows.stream().flatMap((row) -> row.units().stream()).toArray(Long[]::new);
	}

	private String[] texts(Function<InvitationEntity, @Nullable String> column) {
		return this.rows.stream().map(column).toArray(String[]::new);
	}

	private static @Nullable String hex(byte @Nullable [] bytes) {
		return (bytes != null) ? HexFormat.of().formatHex(bytes) : null;
	}

}
