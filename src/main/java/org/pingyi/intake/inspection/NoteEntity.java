package org.pingyi.intake.inspection;

import java.io.Serializable;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Persistable;

/** What an inspector noted about one item, as it is stored; replaced, never changed. */
@Entity
@Immutable
@IdClass(NoteEntity.Key.class)
@Table(name = "inspection_draft")
class NoteEntity implements Persistable<NoteEntity.Key> {

	@Id
	private long visitId;

	@Id
	private String item = "";

	private @Nullable Integer mark;

	private String finding = "";

	protected NoteEntity() {
	}

	NoteEntity(long visit, String item, Note note) {
		this.visitId = visit;
		this.item = item;
		this.mark = note.mark();
		this.finding = note.finding();
	}

	@Override
	public Key getId() {
		return new Key(this.visitId, this.item);
	}

	/** Only new notes are ever saved. */
	@Override
	public boolean isNew() {
		return true;
	}

	String item() {
		return this.item;
	}

	Note note() {
		return new Note(this.mark, this.finding);
	}

	/** One item of one visit. */
	record Key(long visitId, String item) implements Serializable {
	}

}
