-- Drives the language server from Neovim 0.7 or newer, and prints one JSON line per observation.
-- Environment: CLI (the built cli.js), WORKSPACE (a folder with docs/api.md and src/client.ts).
local workspace = vim.env.WORKSPACE
local file = workspace .. '/src/client.ts'

local function say(name, value)
  io.stdout:write(vim.json.encode({ name = name, value = value }) .. '\n')
end

local function messages(buffer)
  return vim.tbl_map(function(found)
    return {
      message = found.message,
      source = found.source,
      code = found.code,
      lnum = found.lnum,
      col = found.col,
    }
  end, vim.diagnostic.get(buffer))
end

local ok, problem = pcall(function()
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  vim.bo.filetype = 'typescript'
  local buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({
    name = 'text-twin',
    cmd = { vim.env.NODE, vim.env.CLI, 'serve', '--stdio' },
    root_dir = workspace,
  })
  assert(id, 'the server did not start')
  vim.lsp.buf_attach_client(buffer, id)

  assert(vim.wait(60000, function() return #vim.diagnostic.get(buffer) > 0 end, 20), 'no diagnostics')
  say('found', messages(buffer))

  local client = vim.lsp.get_client_by_id(id)
  local same = { a = 'Closes the file.', b = 'Closes  the file.' }
  local answer = client.request_sync('textTwin/compare', same, 20000, buffer)
  say('compared', answer and answer.result or answer)

  vim.api.nvim_buf_set_lines(buffer, 0, 1, false, { '// Nothing of the kind stands anywhere else in this folder.' })
  assert(vim.wait(20000, function() return #vim.diagnostic.get(buffer) == 0 end, 20), 'no update after the edit')
  say('edited', messages(buffer))

  client.stop()
  assert(vim.wait(10000, function() return client.is_stopped() end, 20), 'the server did not stop')
  say('stopped', true)
end)
if not ok then
  say('problem', tostring(problem))
  vim.cmd('cquit 1')
end
vim.cmd('qall!')
