# bash completion for grader; made by `grader completion bash`.

_grader_ids() {
  local course=() i
  for ((i = 1; i < COMP_CWORD; i++)); do
    [[ ${COMP_WORDS[i]} == --course ]] && course=(--course "${COMP_WORDS[i + 1]}")
  done
  local ids
  ids=$("${COMP_WORDS[0]}" list --ids "${course[@]}" 2>/dev/null)
  printf '%s\n' "$ids"
  # A name alone means the same where it is unique; offered once something of it was typed.
  if [[ -n $1 && $1 != */* ]]; then sed 's:.*/::' <<< "$ids"; fi
}

_grader() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      --course) ((i++)) ;;
      -*) ;;
      *) command=${COMP_WORDS[i]}; break ;;
    esac
  done
  COMPREPLY=()
  case $command in
    '')
      if [[ $prev == --course ]]; then compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur")
      else mapfile -t COMPREPLY < <(compgen -W '-h --help --version --course run watch list show hint eval debug init reset mark new validate audit doctor completion' -- "$cur"); fi ;;
    run)
      case $prev in
        --course) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
        -e|--exercise) mapfile -t COMPREPLY < <(compgen -W "$(_grader_ids "$cur")" -- "$cur"); return ;;
        --json) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
        --junit) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
        --seed) COMPREPLY=(); return ;;
        -j|--jobs) COMPREPLY=(); return ;;
        --cxx) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
        --require-isolation) COMPREPLY=(); return ;;
        --fail-under) COMPREPLY=(); return ;;
        --color) mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$cur"); return ;;
      esac
      if [[ $cur == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '-h --help --course -e --exercise --json --junit --github --seed -j --jobs --cxx --require-isolation --trust-submission --sanitize --no-cache --fail-under --color' -- "$cur")
      else compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); fi ;;
    watch)
      case $prev in
        --course) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
        -e|--exercise) mapfile -t COMPREPLY < <(compgen -W "$(_grader_ids "$cur")" -- "$cur"); return ;;
        --cxx) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
        --require-isolation) COMPREPLY=(); return ;;
        --color) mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$cur"); return ;;
      esac
      if [[ $cur == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '-h --help --course -e --exercise --cxx --require-isolation --trust-submission --sanitize --color' -- "$cur")
      else compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); fi ;;
    list)
      case $prev in
        --course) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
        --dir) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
      esac
      if [[ $cur == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '-h --help --course --dir --json --ids' -- "$cur")
      else mapfile -t COMPREPLY < <(compgen -W "$(_grader_ids "$cur")" -- "$cur"); fi ;;
    show)
      case $prev in
        --course) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
        --dir) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
      esac
      if [[ $cur == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '-h --help --course --dir --json' -- "$cur")
      else mapfile -t COMPREPLY < <(compgen -W "$(_grader_ids "$cur")" -- "$cur"); fi ;;
    hint)
      case $prev in
        --course) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
      esac
      if [[ $cur == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '-h --help --course --all --reset --json' -- "$cur")
      else mapfile -t COMPREPLY < <(compgen -W "$(_grader_ids "$cur")" -- "$cur"); fi ;;
    eval)
      case $prev in
        --course) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
        --impl) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -W 'reference student' -f -- "$cur"); return ;;
        --case) COMPREPLY=(); return ;;
        --dir) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
        --seed) COMPREPLY=(); return ;;
        --cxx) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
        --require-isolation) COMPREPLY=(); return ;;
        --input) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
      esac
      if [[ $cur == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '-h --help --course --impl --case --dir --seed --cxx --require-isolation --trust-submission --sanitize --input' -- "$cur")
      else mapfile -t COMPREPLY < <(compgen -W "$(_grader_ids "$cur")" -- "$cur"); fi ;;
    debug)
      case $prev in
        --course) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
        --impl) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -W 'reference student' -f -- "$cur"); return ;;
        --case) COMPREPLY=(); return ;;
        --dir) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
        --seed) COMPREPLY=(); return ;;
        --cxx) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
        --require-isolation) COMPREPLY=(); return ;;
        --debugger) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
      esac
      if [[ $cur == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '-h --help --course --impl --case --dir --seed --cxx --require-isolation --trust-submission --debugger --print --batch' -- "$cur")
      else mapfile -t COMPREPLY < <(compgen -W "$(_grader_ids "$cur")" -- "$cur"); fi ;;
    init)
      case $prev in
        --course) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
      esac
      if [[ $cur == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '-h --help --course' -- "$cur")
      else compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); fi ;;
    reset)
      case $prev in
        --course) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
        --dir) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
      esac
      if [[ $cur == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '-h --help --course --dir' -- "$cur")
      else mapfile -t COMPREPLY < <(compgen -W "$(_grader_ids "$cur")" -- "$cur"); fi ;;
    mark)
      case $prev in
        --course) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
        --points) COMPREPLY=(); return ;;
        --comment) COMPREPLY=(); return ;;
      esac
      if [[ $cur == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '-h --help --course --points --comment' -- "$cur")
      else compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$cur"); fi ;;
    new)
      case $prev in
        --course) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
        --signature) COMPREPLY=(); return ;;
        --title) COMPREPLY=(); return ;;
      esac
      if [[ $cur == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '-h --help --course --signature --questions --title' -- "$cur")
      else COMPREPLY=(); fi ;;
    validate)
      case $prev in
        --course) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
      esac
      if [[ $cur == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '-h --help --course --json' -- "$cur")
      else mapfile -t COMPREPLY < <(compgen -W "$(_grader_ids "$cur")" -- "$cur"); fi ;;
    audit)
      case $prev in
        --course) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
        --seeds) COMPREPLY=(); return ;;
        -j|--jobs) COMPREPLY=(); return ;;
        --cxx) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
      esac
      if [[ $cur == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '-h --help --course --seeds -j --jobs --cxx --json' -- "$cur")
      else mapfile -t COMPREPLY < <(compgen -W "$(_grader_ids "$cur")" -- "$cur"); fi ;;
    doctor)
      case $prev in
        --course) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
        --cxx) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
      esac
      if [[ $cur == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '-h --help --course --cxx --json' -- "$cur")
      else COMPREPLY=(); fi ;;
    completion)
      case $prev in
        --course) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
      esac
      if [[ $cur == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '-h --help --course' -- "$cur")
      else mapfile -t COMPREPLY < <(compgen -W 'bash zsh' -- "$cur"); fi ;;
  esac
}

complete -F _grader grader
