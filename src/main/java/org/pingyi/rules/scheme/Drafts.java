package org.pingyi.rules.scheme;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.scheme.SchemeRefused.Fault;
import org.pingyi.rules.scheme.check.Checks;
import org.pingyi.rules.scheme.draft.Edit;
import org.pingyi.rules.scheme.draft.Editor;
import org.pingyi.rules.scheme.draft.Part;
import org.pingyi.rules.scheme.draft.PartRefused;
import org.pingyi.rules.scheme.draft.PlacedFault;
import org.pingyi.rules.scheme.format.Kinds;
import org.pingyi.rules.scheme.format.SchemeFile;
import org.pingyi.rules.scoring.Rules;

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
		String document = document(scheme);
		Rules rules = SchemeFile.read(document);
		Editor editor = new Editor(scheme, document);
		List<Fault> faults = Checks.faults(rules);
		List<Fault> warnings = Checks.warnings(rules);
		return places.stream().map((place) -> editor.part(place, faults, warnings)).toList();
	}

	/** Everything that keeps a draft from being frozen, with the pages that fix it. */
	@Transactional(readOnly = true)
	@PreAuthorize(OFFICE)
	public List<PlacedFault> faults(long scheme) {
		return placed(scheme, Checks::faults);
	}

	/** What should be thought over before a draft is frozen; it never hinders. */
	@Transactional(readOnly = true)
	@PreAuthorize(OFFICE)
	public List<PlacedFault> warnings(long scheme) {
		return placed(scheme, Checks::warnings);
	}

	private List<PlacedFault> placed(long scheme, Function<Rules, List<Fault>> check) {
		String document = document(scheme);
		Editor editor = new Editor(scheme, document);
		return check.apply(SchemeFile.read(document)).stream().map(editor::placed).toList();
	}

	private String document(long scheme) {
		return this.schemes.findById(scheme).orElseThrow(() -> noScheme(scheme)).draft().document();
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
		Editor.Edited edited = new Editor(scheme, entity.draft().document()).change(edit);
		entity.redraft(edited.rules().title().zh(), edited.document(), this.clock.instant());
		this.audit.record("scheme.edited", "scheme:" + entity.id(), edited.place());
		return new Changed(edited.place(), edited.page());
	}

	private static Refusal noScheme(long scheme) {
		return Refusal.notFound("scheme.noScheme", scheme);
	}

}
