package org.pingyi.rules.scheme;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.scheme.SchemeRefused.Fault;
import org.pingyi.rules.scheme.check.Checks;
import org.pingyi.rules.scheme.format.BuiltIn;
import org.pingyi.rules.scheme.format.SchemeFile;
import org.pingyi.rules.scoring.Rules;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Schemes: drafted from a file, checked, frozen into numbered versions. */
@Service
public class Schemes {

	private static final String OFFICE = "hasRole('OFFICE')";

	/** Twenty times the longest method that ships. */
	private static final int MOST_CHARACTERS = 1_000_000;

	private final SchemeRepository schemes;

	private final VersionRepository versions;

	private final Audit audit;

	private final Clock clock;

	private final Map<Long, SchemeVersion> read = new ConcurrentHashMap<>();

	Schemes(SchemeRepository schemes, VersionRepository versions, Audit audit, Clock clock) {
		this.schemes = schemes;
		this.versions = versions;
		this.audit = audit;
		this.clock = clock;
	}

	/** The methods that ship with the product. */
	public List<Method> methods() {
		return BuiltIn.methods();
	}

	/**
	 * The scheme file of a method that ships with the product, to be taken in as a draft.
	 * @throws Refusal 404 when there is no such method
	 */
	public String method(String code) {
		return BuiltIn.document(code).orElseThrow(() -> Refusal.notFound("scheme.noMethod", code));
	}

	/** The JSON Schema of the scheme file, for people who write one in an editor. */
	public String schema() {
		return BuiltIn.schema();
	}

	/**
	 * Takes a scheme file in as a new draft.
	 * @param json a document of the format {@code pingyi-scheme/2}, or of an earlier one
	 * @return number of the draft's scheme
	 * @throws SchemeRefused when it cannot be read, naming the place
	 */
	@Transactional
	@PreAuthorize(OFFICE)
	public long importDraft(String json) {
		Rules rules = read(json);
		SchemeEntity scheme = this.schemes
			.save(new SchemeEntity(rules.title().zh(), SchemeFile.write(rules), this.clock.instant()));
		this.audit.record("scheme.imported", "scheme:" + scheme.id(), rules.title().zh());
		return scheme.id();
	}

	/**
	 * Puts another scheme file in the place of a scheme's draft.
	 * @throws SchemeRefused when it cannot be read; the draft then stays as it was
	 */
	@Transactional
	@PreAuthorize(OFFICE)
	public void redraft(long scheme, String json) {
		Rules rules = read(json);
		locked(scheme).redraft(rules.title().zh(), SchemeFile.write(rules), this.clock.instant());
		this.audit.record("scheme.redrafted", "scheme:" + scheme, rules.title().zh());
	}

	/** Documents from outside are bounded before anything is made of them. */
	private static Rules read(String json) {
		if (json.length() > MOST_CHARACTERS) {
			throw new SchemeRefused("scheme.unreadable",
					List.of(new Fault("", "scheme.file.tooLong", Integer.toString(MOST_CHARACTERS))));
		}
		return SchemeFile.read(json);
	}

	/**
	 * Begins a new draft with the content of a frozen version; a year in its title is
	 * raised by one.
	 * @return number of the draft's scheme
	 * @throws Refusal 404 when there is no such version
	 */
	@Transactional
	@PreAuthorize(OFFICE)
	public long copy(long version) {
		Rules from = rules(version);
		Rules copy = new Rules(RaisedYear.in(from.title()), from.source(), from.notes(), from.scales(),
				from.questionnaires(), from.raterClasses(), from.channels(), from.adjustments(), from.trees(),
				from.ranking());
		SchemeEntity scheme = this.schemes
			.save(new SchemeEntity(copy.title().zh(), SchemeFile.write(copy), this.clock.instant()));
		this.audit.record("scheme.copied", "scheme:" + scheme.id(), "version " + version + " " + copy.title().zh());
		return scheme.id();
	}

	/** The drafts, newest first. */
	@Transactional(readOnly = true)
	@PreAuthorize(OFFICE)
	public List<Draft> drafts() {
		return this.schemes.findAllByOrderByIdDesc().stream().map(SchemeEntity::draft).toList();
	}

	/** The draft of a scheme. */
	@Transactional(readOnly = true)
	@PreAuthorize(OFFICE)
	public Draft draft(long scheme) {
		return this.schemes.findById(scheme).orElseThrow(() -> Refusal.notFound("scheme.noScheme", scheme)).draft();
	}

	/** The content of a draft. */
	@Transactional(readOnly = true)
	@PreAuthorize(OFFICE)
	public Rules drafted(long scheme) {
		return SchemeFile.read(draft(scheme).document());
	}

	/** Everything that keeps a draft from being frozen; empty when nothing does. */
	@Transactional(readOnly = true)
	@PreAuthorize(OFFICE)
	public List<Fault> check(long scheme) {
		return Checks.faults(drafted(scheme));
	}

	/**
	 * Freezes the draft of a scheme into its next version.
	 * @throws SchemeRefused when a check fails, with every fault and its place
	 * @throws Refusal 409 when nothing changed since the last version
	 */
	@Transactional
	@PreAuthorize(OFFICE)
	public SchemeVersion freeze(long scheme) {
		Draft draft = locked(scheme).draft();
		List<Fault> faults = Checks.faults(SchemeFile.read(draft.document()));
		if (!faults.isEmpty()) {
			throw new SchemeRefused("scheme.unsound", faults);
		}
		SchemeVersion version = append(draft).version();
		this.audit.record("scheme.frozen", "scheme:" + scheme, version.number() + " " + version.digest());
		return version;
	}

	/** The frozen versions, newest first. */
	@Transactional(readOnly = true)
	public List<SchemeVersion> versions() {
		return this.versions.findAllByOrderByIdDesc().stream().map((version) -> version(version.id())).toList();
	}

	/**
	 * A frozen version; it is kept in memory once read, because it never changes.
	 * @throws Refusal 404 when there is none, 409 {@code scheme.altered} when what is
	 * stored is not what was frozen
	 */
	@Transactional(readOnly = true)
	public SchemeVersion version(long id) {
		SchemeVersion known = this.read.get(id);
		// No computeIfAbsent, which would read the database under a monitor.
		return (known != null) ? known : keep(stored(id).version());
	}

	private SchemeVersion keep(SchemeVersion version) {
		SchemeVersion before = this.read.putIfAbsent(version.id(), version);
		return (before != null) ? before : version;
	}

	/**
	 * The document of a frozen version, byte by byte as its digest covers it.
	 * @throws Refusal 409 {@code scheme.altered} when it is not what was frozen
	 */
	@Transactional(readOnly = true)
	public String document(long version) {
		return stored(version).document();
	}

	/**
	 * The same for a check elsewhere: as it is stored, even when it is not what was
	 * frozen.
	 */
	@Transactional(readOnly = true)
	public String storedDocument(long version) {
		return stored(version).stored();
	}

	/** The digest of what was frozen, as it is stored. */
	@Transactional(readOnly = true)
	public String storedDigest(long version) {
		return stored(version).digest();
	}

	/** The content of a frozen version. */
	@Transactional(readOnly = true)
	public Rules rules(long version) {
		return version(version).rules();
	}

	private SchemeEntity locked(long scheme) {
		return this.schemes.findLocked(scheme).orElseThrow(() -> Refusal.notFound("scheme.noScheme", scheme));
	}

	private VersionEntity stored(long version) {
		return this.versions.findById(version).orElseThrow(() -> Refusal.notFound("scheme.noVersion", version));
	}

	private VersionEntity append(Draft draft) {
		VersionEntity last = this.versions.findFirstBySchemeIdOrderByNumberDesc(draft.scheme()).orElse(null);
		if (last != null && last.digest().equals(SchemeFile.digest(draft.document()))) {
			throw Refusal.conflict("scheme.unchanged", last.number());
		}
		int number = (last != null) ? last.number() + 1 : 1;
		VersionEntity version = this.versions
			.save(new VersionEntity(draft, number, draft.document(), this.clock.instant()));
		// Numbers start anew in an emptied database, and may then name other content.
		this.read.remove(version.id());
		return version;
	}

}
