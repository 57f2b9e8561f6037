-- Drives Neovim 0.7 or newer, set up as docs/editors.md says, and prints one JSON line per observation.
-- The working directory holds files with a repeated sentence, src/client.ts among them.
local function say(name, value)
  io.stdout:write(vim.json.encode({ name = name, value = value }) .. '\n')
end

local function wait_for(what, condition)
  assert(vim.wait(60000, condition, 20), 'waited in vain for ' .. what)
end

local function parts(found)
  local kept = {}
  for _, name in ipairs({ 'message', 'source', 'code', 'severity', 'lnum', 'col', 'end_col' }) do
    kept[name] = found[name]
  end
  return kept
end

local function check()
  vim.cmd('edit src/client.ts')
  vim.cmd('set filetype=typescript')
  local buffer = vim.api.nvim_get_current_buf()
  local function diagnostics() return vim.diagnostic.get(buffer) end
  wait_for('diagnostics', function() return #diagnostics() > 0 end)
  -- The first ones may have come before the other files were read.
  wait_for('all places', function() return #diagnostics() == 1 and diagnostics()[1].message:find('2 more places') end)
  say('found', vim.tbl_map(parts, diagnostics()))

  local _, client = next(vim.lsp.buf_get_clients(buffer))
  local function ask(method, params)
    local answer = assert(client.request_sync(method, params, 20000, buffer))
    assert(not answer.err, vim.inspect(answer.err))
    return answer.result
  end
  vim.api.nvim_win_set_cursor(0, { 1, diagnostics()[1].col + 4 })
  say('hover', ask('textDocument/hover', vim.lsp.util.make_position_params(0, client.offset_encoding)).contents.value)

  local params = vim.lsp.util.make_range_params(0, client.offset_encoding)
  params.context = { diagnostics = { diagnostics()[1].user_data.lsp } }
  local actions = ask('textDocument/codeAction', params)
  say('actions', vim.tbl_map(function(action) return action.title end, actions))

  vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
  wait_for('no diagnostics once ignored', function() return #diagnostics() == 0 end)
  say('ignored', vim.api.nvim_buf_get_lines(buffer, 0, 2, false))
  vim.cmd('undo')
  wait_for('diagnostics after undo', function() return #diagnostics() == 1 end)

  vim.cmd('1TextTwinSimilar')
  wait_for('similar passages', function() return #vim.fn.getqflist() > 0 end)
  local places = vim.tbl_map(function(item)
    return { text = item.text, file = vim.fn.fnamemodify(vim.fn.bufname(item.bufnr), ':.') }
  end, vim.fn.getqflist())
  table.sort(places, function(a, b) return a.file < b.file end)
  say('similar', places)

  vim.api.nvim_buf_set_lines(buffer, 0, 1, false, { '// Nothing of the kind stands anywhere else in this folder.' })
  wait_for('no diagnostics after the edit', function() return #diagnostics() == 0 end)
  say('edited', diagnostics())

  client.stop()
  wait_for('the end of the server', function() return client.is_stopped() end)
  say('stopped', true)
end

local ok, problem = pcall(check)
if not ok then
  say('problem', tostring(problem))
  vim.cmd('cquit 1')
end
vim.cmd('qall!')
