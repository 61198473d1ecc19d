package org.pingyi.local;

import java.util.List;

import org.pingyi.base.account.Accounts;
import org.pingyi.base.account.Activations;
import org.pingyi.base.account.NewAccount;
import org.pingyi.base.account.Rights;
import org.pingyi.base.account.Role;
import org.pingyi.base.account.SetUp;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The people of the sample city, appointed the way that real ones are. */
@Component
@ConditionalOnProperty(LocalEnvironment.LOCAL)
class SampleStaff {

	/** Known to everybody who reads this: it opens nothing but a city on this machine. */
	static final String PASSWORD = "quiet-harbour-2026";

	private static final List<Member> MEMBERS = List.of(new Member("office1", "考评办 王芳", "", Role.OFFICE),
			new Member("office2", "考评办 李强", "", Role.OFFICE), new Member("inspector1", "检查组 陈晨", "", Role.INSPECTOR),
			new Member("inspector2", "检查组 赵敏", "", Role.INSPECTOR), new Member("hotline1", "热线 周洁", "", Role.HOTLINE),
			new Member("auditor1", "审计 孙立", "", Role.AUDITOR), new Member("swj", "水务局联络员", "SWJ", Role.LIAISON),
			new Member("gaj", "公安局联络员", "GAJ", Role.LIAISON), new Member("jyj", "教育局联络员", "JYJ", Role.LIAISON),
			new Member("swswj", "税务局联络员", "SWSWJ", Role.LIAISON));

	private final SetUp setUp;

	private final Accounts accounts;

	private final Activations activations;

	private final Rights rights;

	SampleStaff(SetUp setUp, Accounts accounts, Activations activations, Rights rights) {
		this.setUp = setUp;
		this.accounts = accounts;
		this.activations = activations;
		this.rights = rights;
	}

	/** The two administrators; nobody else can be appointed before them. */
	void appointAdministrators() {
		String activation = this.setUp.appoint(this.setUp.token(), new NewAccount("sysadmin", "系统管理员", ""), PASSWORD,
				new NewAccount("secadmin", "安全管理员", ""));
		this.activations.activate(activation, PASSWORD);
	}

	/** Everybody else; units must be registered before their liaisons. */
	void appointStaff() {
		MEMBERS.forEach(this::appoint);
	}

	private void appoint(Member member) {
		String activation = SampleUser.SYSTEM_ADMIN.call(() -> {
			this.accounts.create(new NewAccount(member.login(), member.name(), member.unit()));
			return this.activations.issue(member.login());
		});
		this.activations.activate(activation, PASSWORD);
		SampleUser.SECURITY_ADMIN.run(() -> this.rights.grant(member.login(), member.role()));
	}

	static List<String> logins() {
		return MEMBERS.stream().map(Member::login).toList();
	}

	private record Member(String login, String name, String unit, Role role) {
	}

}
