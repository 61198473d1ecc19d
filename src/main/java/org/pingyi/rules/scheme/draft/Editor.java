package org.pingyi.rules.scheme.draft;

import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.node.ObjectNode;

import org.pingyi.base.web.Refusal;
import org.pingyi.rules.scheme.SchemeRefused;
import org.pingyi.rules.scheme.SchemeRefused.Fault;
import org.pingyi.rules.scheme.format.SchemeFile;
import org.pingyi.rules.scoring.Rules;

import org.springframework.http.HttpStatus;

/** Shows and changes the document of one draft, part by part. */
public final class Editor {

	private final long scheme;

	private final ObjectNode document;

	/**
	 * @param scheme number of the draft's scheme
	 * @param document the draft as its file says it
	 */
	public Editor(long scheme, String document) {
		this.scheme = scheme;
		this.document = SchemeFile.tree(document);
	}

	/**
	 * What a change makes of the draft.
	 *
	 * @param rules what it says now
	 * @param document the same as a file
	 * @param place what was added, else what was changed
	 * @param page place of the part whose page shows it
	 */
	public record Edited(Rules rules, String document, String place, String page) {
	}

	/**
	 * A part, with the faults and warnings of the whole draft that are its to show.
	 * @throws Refusal 404 when there is no such place
	 */
	public Part part(String place, List<Fault> faults, List<Fault> warnings) {
		DocumentNode node = node(place);
		return new Description(this.document, place).part(this.scheme, node, mark(node), faults, warnings);
	}

	/** Where a fault is shown. */
	public PlacedFault placed(Fault fault) {
		DocumentNode node = Breadcrumbs.nearest(this.document, fault.place());
		return new PlacedFault(fault, Breadcrumbs.page(node), new Breadcrumbs(new Choices(this.document)).of(node));
	}

	/**
	 * Takes in what was typed into the form of a part and does what was asked for.
	 * @throws PartRefused 422 when it cannot be read, 409 when the part was changed since
	 * the form was opened
	 * @throws Refusal 404 when there is no such place
	 */
	public Edited change(Edit edit) {
		DocumentNode node = node(edit.place());
		boolean fresh = mark(node).equals(edit.mark());
		FormInput.into(node, edit.values());
		if (!fresh) {
			throw refused(HttpStatus.CONFLICT, "scheme.stale", edit, List.of());
		}
		try {
			SchemeFile.read(this.document.toString());
			return edited(edit, Lists.act(this.document, node(edit.place()), edit));
		}
		catch (SchemeRefused unreadable) {
			throw refused(HttpStatus.UNPROCESSABLE_CONTENT, "scheme.notSaved", edit, unreadable.faults());
		}
	}

	private Edited edited(Edit edit, String changed) {
		Rules rules = SchemeFile.read(this.document.toString());
		String written = SchemeFile.write(rules);
		// Empty codes are not written, so what was read need not be readable again.
		SchemeFile.read(written);
		boolean opens = edit.act() == Edit.Act.ADD && Breadcrumbs.isPage(Breadcrumbs.nearest(this.document, changed));
		return new Edited(rules, written, changed, opens ? changed : edit.place());
	}

	private PartRefused refused(HttpStatus status, String key, Edit edit, List<Fault> faults) {
		Part part = new Description(this.document, edit.place()).part(this.scheme, node(edit.place()), edit.mark(),
				faults, List.of());
		return new PartRefused(status, key, part);
	}

	private DocumentNode node(String place) {
		return DocumentNode.top(this.document)
			.find(place)
			.filter(DocumentNode::isPart)
			.orElseThrow(() -> Refusal.notFound("scheme.noPart", place));
	}

	/** The basics are independent of all the rest and of changes to it. */
	private String mark(DocumentNode node) {
		return SchemeFile.digest(!node.place().isEmpty() ? node.json().toString()
				: Breadcrumbs.basics(this.document)
					.map((basic) -> basic.json().toString())
					.collect(Collectors.joining("\n")));
	}

}
