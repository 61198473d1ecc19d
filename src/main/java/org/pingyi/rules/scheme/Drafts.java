package org.pingyi.rules.scheme;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.node.ObjectNode;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.scheme.SchemeRefused.Fault;
import org.pingyi.rules.scheme.check.Checks;
import org.pingyi.rules.scheme.check.Warnings;
import org.pingyi.rules.scheme.draft.Breadcrumbs;
import org.pingyi.rules.scheme.draft.Choice;
import org.pingyi.rules.scheme.draft.Choices;
import org.pingyi.rules.scheme.draft.Description;
import org.pingyi.rules.scheme.draft.DocumentNode;
import org.pingyi.rules.scheme.draft.Edit;
import org.pingyi.rules.scheme.draft.FormInput;
import org.pingyi.rules.scheme.draft.Lists;
import org.pingyi.rules.scheme.draft.Part;
import org.pingyi.rules.scheme.draft.PartRefused;
import org.pingyi.rules.scheme.format.Kinds;
import org.pingyi.rules.scheme.format.SchemeFile;
import org.pingyi.rules.scoring.Rules;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The drafts of schemes, edited part by part. A part is a record of the rules, or a list
 * of records, by its place: {@code trees[0].root.parts[2]}. Whatever can be read is
 * stored, though it may not be sound yet, so that one can leave and resume.
 */
@Service
public class Drafts {

	private static final String OFFICE = "hasRole('OFFICE')";

	private final SchemeRepository schemes;

	private final Audit audit;

	private final Clock clock;

	Drafts(SchemeRepository schemes, Audit audit, Clock clock) {
		this.schemes = schemes;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Something to mend or to think over.
	 *
	 * @param fault what and where
	 * @param page place of the part whose page shows it
	 * @param trail what holds it, in words
	 */
	public record Finding(Fault fault, String page, List<Part.Step> trail) {

		/** What the page is called. */
		public Choice label() {
			return this.trail.stream()
				.filter((step) -> step.place().equals(this.page))
				.findFirst()
				.orElse(this.trail.getLast())
				.label();
		}

	}

	/**
	 * Where a change leads.
	 *
	 * @param place what was added, else what was changed
	 * @param page place of the part whose page shows it
	 */
	public record Changed(String place, String page) {
	}

	/** The kinds of nodes that a tree can be put together from, by family. */
	public Map<String, List<String>> kinds() {
		return Kinds.families();
	}

	/**
	 * A part of a draft, with its faults and warnings.
	 * @throws Refusal 404 when there is no such scheme or place
	 */
	@Transactional(readOnly = true)
	@PreAuthorize(OFFICE)
	public Part part(long scheme, String place) {
		return parts(scheme, List.of(place)).getFirst();
	}

	/**
	 * Several parts of a draft at once.
	 * @throws Refusal 404 when there is no such scheme or one of the places
	 */
	@Transactional(readOnly = true)
	@PreAuthorize(OFFICE)
	public List<Part> parts(long scheme, List<String> places) {
		SchemeEntity entity = this.schemes.findById(scheme).orElseThrow(() -> noScheme(scheme));
		Rules rules = SchemeFile.read(entity.draft().document());
		ObjectNode document = SchemeFile.tree(entity.draft().document());
		List<Fault> faults = Checks.faults(rules);
		List<Fault> warnings = Warnings.of(rules);
		return places.stream().map((place) -> described(scheme, document, place, faults, warnings)).toList();
	}

	/** Everything that keeps a draft from being frozen, with the pages that mend it. */
	@Transactional(readOnly = true)
	@PreAuthorize(OFFICE)
	public List<Finding> faults(long scheme) {
		return findings(scheme, false);
	}

	/** What should be thought over before a draft is frozen; it never hinders. */
	@Transactional(readOnly = true)
	@PreAuthorize(OFFICE)
	public List<Finding> warnings(long scheme) {
		return findings(scheme, true);
	}

	/**
	 * Takes in what was typed into the form of a part and does what was asked for.
	 * @throws PartRefused 422 when it cannot be read, 409 when the part was changed since
	 * the form was opened; nothing is stored then
	 * @throws Refusal 404 when there is no such scheme or place
	 */
	@Transactional
	@PreAuthorize(OFFICE)
	public Changed change(long scheme, Edit edit) {
		SchemeEntity entity = this.schemes.findLocked(scheme).orElseThrow(() -> noScheme(scheme));
		ObjectNode document = SchemeFile.tree(entity.draft().document());
		DocumentNode spot = spot(document, edit.place());
		boolean fresh = mark(spot).equals(edit.mark());
		FormInput.into(spot, edit.values());
		if (!fresh) {
			throw refused(scheme, HttpStatus.CONFLICT, "scheme.stale", document, edit, List.of());
		}
		String changed = edit.place();
		try {
			SchemeFile.read(document.toString());
			changed = Lists.act(document, spot(document, edit.place()), edit);
			store(entity, document, changed);
		}
		catch (SchemeRefused unreadable) {
			throw refused(scheme, HttpStatus.UNPROCESSABLE_CONTENT, "scheme.notSaved", document, edit,
					unreadable.faults());
		}
		boolean opens = edit.act() == Edit.Act.ADD && Breadcrumbs.isPage(Breadcrumbs.nearest(document, changed));
		return new Changed(changed, opens ? changed : edit.place());
	}

	private void store(SchemeEntity entity, ObjectNode document, String place) {
		Rules rules = SchemeFile.read(document.toString());
		String written = SchemeFile.write(rules);
		// Empty codes are not written, so what was read need not be readable again.
		SchemeFile.read(written);
		entity.redraft(rules.title().zh(), written, this.clock.instant());
		this.audit.record("scheme.edited", "scheme:" + entity.id(), place);
	}

	private PartRefused refused(long scheme, HttpStatus status, String key, ObjectNode document, Edit edit,
			List<Fault> faults) {
		Part part = new Description(document, edit.place()).part(scheme, spot(document, edit.place()), edit.mark(),
				faults, List.of());
		return new PartRefused(status, key, part);
	}

	private List<Finding> findings(long scheme, boolean warnings) {
		SchemeEntity entity = this.schemes.findById(scheme).orElseThrow(() -> noScheme(scheme));
		String document = entity.draft().document();
		Rules rules = SchemeFile.read(document);
		ObjectNode tree = SchemeFile.tree(document);
		return (warnings ? Warnings.of(rules) : Checks.faults(rules)).stream()
			.map((fault) -> finding(tree, fault))
			.toList();
	}

	private static Finding finding(ObjectNode document, Fault fault) {
		DocumentNode spot = Breadcrumbs.nearest(document, fault.place());
		return new Finding(fault, Breadcrumbs.page(spot), new Breadcrumbs(new Choices(document)).of(spot));
	}

	private static Part described(long scheme, ObjectNode document, String place, List<Fault> faults,
			List<Fault> warnings) {
		DocumentNode spot = spot(document, place);
		return new Description(document, place).part(scheme, spot, mark(spot), faults, warnings);
	}

	private static DocumentNode spot(ObjectNode document, String place) {
		return DocumentNode.top(document)
			.find(place)
			.filter(DocumentNode::isPart)
			.orElseThrow(() -> Refusal.notFound("scheme.noPart", place));
	}

	/** The basics stand beside all the rest, whose change they do not mind. */
	private static String mark(DocumentNode spot) {
		if (!spot.place().isEmpty() || !(spot.json() instanceof ObjectNode top)) {
			return SchemeFile.digest(spot.json().toString());
		}
		return SchemeFile.digest(top.path("title") + "\n" + top.path("source") + "\n" + top.path("notes"));
	}

	private static Refusal noScheme(long scheme) {
		return Refusal.notFound("scheme.noScheme", scheme);
	}

}
