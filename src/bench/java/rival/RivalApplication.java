package rival;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What the store is compared with, as one would write it without much thought. */
@SpringBootApplication(excludeName = "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration")
public class RivalApplication {

	public static void main(String[] args) {
		SpringApplication.run(RivalApplication.class, args);
	}

}
