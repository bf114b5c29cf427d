graph [
  name "Krackhardt Kite Social Network"
  node [
    id 0
    label "Andre"
    commune "Brumeval &#38; co"
  ]
  node [
    id 1
    label "Beverly"
    commune "Brumeval &#38; co"
  ]
  node [
    id 2
    label "Carol"
    commune "Brumeval &#38; co"
  ]
  node [
    id 3
    label "Diane"
    commune "Brumeval &#38; co"
  ]
  node [
    id 4
    label "Ed"
    commune "Brumeval &#38; co"
  ]
  node [
    id 5
    label "Fernando"
    commune "Brumeval &#38; co"
  ]
  node [
    id 6
    label "Garth"
    commune "Brumeval &#38; co"
  ]
  node [
    id 7
    label "Heather"
    commune "Brumeval &#38; co"
  ]
  node [
    id 8
    label "Ike"
    commune "Brumeval &#38; co"
  ]
  node [
    id 9
    label "Jane"
    commune "Brumeval &#38; co"
  ]
  edge [
    source 0
    target 1
  ]
  edge [
    source 0
    target 2
  ]
  edge [
    source 0
    target 3
  ]
  edge [
    source 0
    target 5
  ]
  edge [
    source 1
    target 3
  ]
  edge [
    source 1
    target 4
  ]
  edge [
    source 1
    target 6
  ]
  edge [
    source 2
    target 3
  ]
  edge [
    source 2
    target 5
  ]
  edge [
    source 3
    target 4
  ]
  edge [
    source 3
    target 5
  ]
  edge [
    source 3
    target 6
  ]
  edge [
    source 4
    target 6
  ]
  edge [
    source 5
    target 6
  ]
  edge [
    source 5
    target 7
  ]
  edge [
    source 6
    target 7
  ]
  edge [
    source 7
    target 8
  ]
  edge [
    source 8
    target 9
  ]
]
