"""What the editor's screens say, as blocks of text: pure functions of what there is to see."""
