"""Walk-ins who are somebody else: the same one on another tablet, a member, or somebody who becomes one."""
