package org.pingyi.base.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of agencies under appraisal and of the groups they are ranked in. */
@Service
public class Units {

	private static final String OWN = "UNIT_";

	private final Register register;

	private final Groups groups;

	private final Audit audit;

	Units(Register register, Groups groups, Audit audit) {
		this.register = register;
		this.groups = groups;
		this.audit = audit;
	}

	/** Every unit that is not closed, by group and then by name in pinyin. */
	@Transactional(readOnly = true)
	public List<Unit> all() {
		return this.register.search(UnitQuery.OPEN, Integer.MAX_VALUE, 0);
	}

	/** The groups in their order. */
	@Transactional(readOnly = true)
	public List<UnitGroup> groups() {
		return this.groups.all();
	}

	/** The unit of a code, closed or not. */
	@Transactional(readOnly = true)
	public Optional<Unit> byCode(String code) {
		return this.register.byCode(code);
	}

	/** The unit of a number, closed or not. */
	@Transactional(readOnly = true)
	public Optional<Unit> byId(long id) {
		return this.register.byId(id);
	}

	/**
	 * The unit that the signed-in liaison speaks for, by the authority
	 * {@code UNIT_<code>}.
	 * @throws AccessDeniedException for anybody else
	 */
	@Transactional(readOnly = true)
	public Unit own() {
		Authentication person = SecurityContextHolder.getContext().getAuthentication();
		if (person == null) {
			throw new AccessDeniedException("nobody is signed in");
		}
		return person.getAuthorities()
			.stream()
			.map(GrantedAuthority::getAuthority)
			.filter((authority) -> authority != null && authority.startsWith(OWN))
			.flatMap((authority) -> byCode(authority.substring(OWN.length())).stream())
			.findFirst()
			.orElseThrow(() -> new AccessDeniedException("speaks for no unit"));
	}

	/** A page of the units that fit, by group and then by name in pinyin. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public Page<Unit> search(UnitQuery query, Pageable page) {
		return new PageImpl<>(this.register.search(query, page.getPageSize(), page.getOffset()), page,
				this.register.count(query));
	}

	/**
	 * A unit with where it belonged and when.
	 * @throws Refusal 404 {@code unit.unknown}
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public UnitHistory history(String code) {
		Unit unit = require(code);
		return new UnitHistory(unit, this.groups.memberships(unit.id()),
				this.register.closedOn(unit.id()).orElse(null));
	}

	/**
	 * Registers an agency.
	 * @return its number
	 * @throws Refusal 409 {@code unit.codeTaken} or {@code unit.nameTaken}, 422 when a
	 * value does not fit
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public long register(NewUnit unit) {
		UnitFormats.requireCode(unit.code());
		UnitFormats.requireNames(unit.name(), unit.shortName());
		UnitFormats.requireServices(ServiceWords.of(unit.services()));
		UnitFormats.requireDay(unit.from());
		UnitGroup group = requireGroup(unit.group());
		long id = insert(unit);
		this.groups.join(id, group.id(), unit.from());
		this.audit.record("unit.registered", "unit:" + unit.code(), unit.group() + " " + unit.from());
		return id;
	}

	/**
	 * Changes the names, services and traits of an agency.
	 * @throws Refusal 404, 409 {@code unit.nameTaken}, 422 when a value does not fit
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public void change(String code, UnitChange change) {
		UnitFormats.requireNames(change.name(), change.shortName());
		UnitFormats.requireServices(ServiceWords.of(change.services()));
		try {
			this.register.update(require(code).id(), change);
		}
		catch (DuplicateKeyException ex) {
			throw Refusal.conflict("unit.nameTaken", change.name());
		}
		this.audit.record("unit.changed", "unit:" + code, change.traits().toString());
	}

	/**
	 * Closes an agency: from this day on it no longer exists, nor belongs to a group.
	 * @throws Refusal 409 when it is closed already or joined its group later
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public void close(String code, LocalDate day) {
		UnitFormats.requireDay(day);
		Unit unit = requireOpen(code);
		Membership last = this.groups.memberships(unit.id()).getFirst();
		if (!day.isAfter(last.from())) {
			throw Refusal.conflict("unit.closedTooEarly", last.from().toString());
		}
		this.groups.leave(unit.id(), day);
		this.register.close(unit.id(), day);
		this.audit.record("unit.closed", "unit:" + code, day.toString());
	}

	/**
	 * Moves an agency to another group from a day on; on the very day of its last move
	 * this puts that move right.
	 * @throws Refusal 409 when it is closed, or moved later than that already
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public void move(String code, String group, LocalDate from) {
		UnitFormats.requireDay(from);
		Unit unit = requireOpen(code);
		long target = requireGroup(group).id();
		LocalDate last = this.groups.memberships(unit.id()).getFirst().from();
		if (from.isBefore(last)) {
			throw Refusal.conflict("unit.movedTooEarly", last.toString());
		}
		if (from.isEqual(last)) {
			this.groups.correct(unit.id(), target);
		}
		else {
			this.groups.leave(unit.id(), from);
			this.groups.join(unit.id(), target, from);
		}
		this.audit.record("unit.moved", "unit:" + code, group + " " + from);
	}

	/**
	 * Adds a group at the end of the list.
	 * @return its number
	 * @throws Refusal 409 {@code unit.groupTaken}
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public long addGroup(String code, String name) {
		UnitFormats.requireCode(code);
		UnitFormats.requireGroupName(name);
		try {
			long id = this.groups.insert(code, name);
			this.audit.record("unit.groupAdded", "group:" + code, "");
			return id;
		}
		catch (DuplicateKeyException ex) {
			throw Refusal.conflict("unit.groupTaken", code, name);
		}
	}

	/** Gives a group another name; its code stays. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public void renameGroup(String code, String name) {
		UnitFormats.requireGroupName(name);
		try {
			this.groups.rename(requireGroup(code).id(), name);
		}
		catch (DuplicateKeyException ex) {
			throw Refusal.conflict("unit.groupTaken", code, name);
		}
		this.audit.record("unit.groupRenamed", "group:" + code, "");
	}

	private long insert(NewUnit unit) {
		try {
			return this.register.insert(unit);
		}
		catch (DuplicateKeyException ex) {
			boolean name = String.valueOf(ex.getMessage()).contains("unit_unit_name_key");
			throw name ? Refusal.conflict("unit.nameTaken", unit.name())
					: Refusal.conflict("unit.codeTaken", unit.code());
		}
	}

	private Unit require(String code) {
		return byCode(code).orElseThrow(() -> Refusal.notFound("unit.unknown", code));
	}

	private Unit requireOpen(String code) {
		Unit unit = require(code);
		this.register.lock(unit.id());
		if (this.register.closedOn(unit.id()).isPresent()) {
			throw Refusal.conflict("unit.alreadyClosed", code);
		}
		return unit;
	}

	private UnitGroup requireGroup(String code) {
		return this.groups.byCode(code).orElseThrow(() -> Refusal.invalid("unit.groupUnknown", code));
	}

}
