/**
 * Synonyms of programming prose, by part of speech: the words of a line (between slashes) say the same wherever
 * one of them stands as that part of speech. A word may stand in several lines.
 */
export interface Terms {
  readonly verbs: readonly (readonly string[])[];
  readonly nouns: readonly (readonly string[])[];
  /** Adjectives, adverbs and conjunctions: not inflected. */
  readonly others: readonly (readonly string[])[];
}

/** One set per line, its words apart by slashes. */
export function rows(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.trim().split('/'));
}

export const SYNONYMS: Terms = {
  verbs: rows(`
    get/retrieve/fetch/obtain
    remove/delete/erase
    discard/drop
    create/construct/build
    generate/produce
    begin/start/commence
    finish/complete
    terminate/end
    check/verify
    show/display
    change/modify/alter
    use/utilise/utilize/employ
    calculate/compute
    convert/transform
    find/locate
    allow/permit
    invoke/call
    throw/raise
    save/store
    initialise/initialize/set up
    ensure/guarantee
    contain/hold
    need/require
    select/choose/pick
    stop/halt
    split/divide
    combine/merge
    send/transmit
    notify/inform
    attempt/try
    execute/run
    ignore/disregard
    list/enumerate
    exit/quit
    launch/start
    determine/ascertain
    handle/process
    reduce/decrease
    omit/leave out
    occur/happen
    trigger/cause
    fix/correct/repair
    mark/flag
    keep/retain
    represent/denote
    inspect/examine
    cancel/abort
    suspend/pause
    resume/continue
    monitor/watch
    allocate/reserve
    draw/render/paint
    shut down/turn off
    depict/portray
    emit/fire
    alphabetise/sort alphabetically
    traverse/walk
    assign/allot
    reject/refuse
    forbid/prohibit/disallow
    demonstrate/show
    explain/describe
    assist/help
    tally/count
    exceed/surpass
    print/output
    gather/collect
    discover/detect
    rectify/correct
  `),
  nouns: rows(`
    directory/folder
    argument/parameter
    id/identifier
    method/function
    program/application
    element/item
    character/char
    integer/int
    boolean/bool
    amount/quantity
    location/position
    subclass/derived class
    superclass/parent class/base class
    document/doc
    database/db
    repository/repo
    environment/env
    message/msg
    image/picture
    bug/defect
    delimiter/separator
    newline/line break
    task/job
    link/hyperlink
    beginning/start
    sequence/series
    implementation/impl
    specification/spec
    reference/ref
    average/mean
    outcome/result
    machine/computer
    permission/privilege
    author/creator
    certificate/cert
    procedure/routine
    filename/file name
    username/user name
    regex/regular expression
    copy/duplicate
    overview/summary
    comment/remark
    library/lib
    goal/aim/objective
    purpose/intent
    capability/ability
    constraint/restriction
    modification/change/alteration
    picture/photo
    temp file/temporary file
    calculation/computation
    conversion/transformation
    creation/construction
    deletion/removal
    initialisation/initialization/setup
    drawback/disadvantage
    advantage/benefit
    portion/part
    shortcut/hotkey
    workaround/stopgap
  `),
  others: rows(`
    specified/given/supplied/provided
    current/present
    previous/prior/preceding
    entire/whole/complete
    valid/legal
    invalid/illegal
    necessary/needed
    usually/normally/typically
    immediately/instantly/at once
    approximately/roughly
    additionally/furthermore
    therefore/thus/hence/consequently
    because/since
    while/whilst
    until/till
    via/by means of
    within/inside
    large/big
    fast/quick
    quickly/rapidly
    main/primary/principal
    fundamental/basic
    several/multiple
    many/numerous
    incorrect/wrong
    important/significant
    suitable/appropriate
    corresponding/matching
    missing/absent
    particular/specific
    null/nil
    twice/two times
    concurrent/simultaneous
    concurrently/simultaneously
    deprecated/obsolete
    unique/distinct
    consecutive/successive
    additional/extra
    sufficient/enough
    malformed/ill-formed
    possibly/perhaps/maybe
    often/frequently
    rarely/seldom
    finally/eventually/in the end
    manually/by hand
    correctly/properly
    completely/entirely/fully/wholly
    partially/partly
    mainly/primarily/chiefly
    separately/individually
    exactly/precisely
    almost/nearly
    automatically/by itself
    useless/pointless
    superfluous/redundant/unnecessary
    obligatory/compulsory
    identical/the same
    maximal/greatest possible
    minimal/least possible
    whenever/every time
    although/though/even though
    besides/apart from
    concerning/regarding
  `),
};
