install(TARGETS grader RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

# The program looks for a course upwards from where it is run, then upwards from its own folder, and then here.
install(DIRECTORY exercises reference DESTINATION ${CMAKE_INSTALL_DATADIR}/grader)
install(DIRECTORY schemas DESTINATION ${CMAKE_INSTALL_DATADIR}/grader FILES_MATCHING PATTERN "*.json")

install(FILES completions/grader.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME grader)
install(FILES completions/_grader DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
