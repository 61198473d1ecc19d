-- What sessions hold is signed JSON from now on; whoever is signed in signs in once more.
delete from spring_session;
