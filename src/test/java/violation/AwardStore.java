package violation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AwardStore {

	private final JdbcClient jdbc;

	AwardStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	int count() {
		return this.jdbc.sql("select count(*) from award").query(Integer.class).single();
	}

}
