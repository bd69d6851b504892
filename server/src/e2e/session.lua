-- What Neovim shows of the demo graph by the commands that people type. Run by ./run in a copy of the graph.
local patience = tonumber(os.getenv('PATIENCE_MS'))
local wrong = 0

--- Prints whether something comes to hold in time.
local function check(what, holds)
  local fine, came = pcall(vim.wait, patience, holds, 50)
  if fine and came then
    io.stdout:write('ok ' .. what .. '\n')
  else
    io.stdout:write('WRONG ' .. what .. (fine and '' or ': ' .. tostring(came)) .. '\n')
    wrong = wrong + 1
  end
end

--- Opens a page of the graph and goes to a text in it.
local function go(page, text)
  vim.cmd('silent! cclose | silent! lclose')
  vim.cmd('edit ' .. vim.fn.fnameescape(page))
  vim.fn.cursor(1, 1)
  assert(vim.fn.search('\\V' .. text, 'cW') > 0, page .. ' has no ' .. text)
end

--- Does what a user's command does; without a server it may fail, which the check behind it then tells.
local function command(name, ...)
  vim.fn.setqflist({})
  vim.fn.setloclist(0, {})
  pcall(vim.lsp.buf[name], ...)
end

--- The lists that Neovim shows places in, as one text.
local function listed()
  local places = vim.list_extend(vim.fn.getqflist(), vim.fn.getloclist(0))
  local lines = vim.tbl_map(function(place)
    return vim.fn.bufname(place.bufnr) .. ':' .. place.lnum .. ' ' .. place.text
  end, places)
  return table.concat(lines, '\n')
end

local function lists(...)
  local expected = { ... }
  return function()
    local text = listed()
    return vim.tbl_isempty(vim.tbl_filter(function(part) return not text:find(part, 1, true) end, expected))
  end
end

--- The text of the window that floats over the page; empty without one.
local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
    end
  end
  return ''
end

go('journals/2026_11_07.md', '((1cd1f297')
check('diagnostics, each once', function()
  local times = 0
  for _, found in ipairs(vim.diagnostic.get(0)) do
    if found.lnum == 4 and found.message:find('No block in this graph has the id 1cd1f297', 1, true) then times = times + 1 end
  end
  return times == 1
end)

go('pages/Baking schedule.md', '((f283896a')
command('hover')
check('hover', function()
  local text = floating()
  return text:find('Dough for one loaf', 1, true) and text:find('450 g bread flour', 1, true)
end)

command('definition')
check('definition', function()
  return vim.fn.expand('%:t') == 'Sourdough.md' and vim.api.nvim_get_current_line() == '- Dough for one loaf'
end)

go('pages/Keyboard layout.org', '((997a1f0c')
command('definition')
check('definition from an Org page', function()
  return vim.fn.expand('%:e') == 'md' and vim.fn.search('id:: 997a1f0c', 'n') > 0
end)

go('pages/Sourdough.md', 'id:: b124d05e')
command('references', { includeDeclaration = false })
check('references', lists('pages/Sourdough.md:41', 'pages/Baking schedule.md:12', 'journals/2026_10_10.md:2'))

go('pages/Sourdough.md', 'Starter')
command('document_symbol')
check('symbols of a page', lists('Starter', 'Hydration'))

go('pages/Sourdough.md', 'Starter')
command('workspace_symbol', 'sourd')
check('symbols of the graph', lists('pages/Sourdough.md:1 '))

--- A new last line of a page, and the caret at its end.
local function write_in(page, text)
  vim.cmd('wall')
  vim.cmd('edit ' .. vim.fn.fnameescape(page))
  vim.fn.append('$', text)
  vim.fn.cursor(vim.fn.line('$'), #text)
end

--- What may be typed at the end of the line.
local function suggestions()
  local params = vim.lsp.util.make_position_params()
  params.position.character = #vim.api.nvim_get_current_line()
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', params, patience) or {}
  local _, answer = next(answers)
  return answer and answer.result and answer.result.items or {}
end

--- Takes the suggestion of that label as plugins for completion do, with its command or without. Nothing is taken twice.
local taken = {}
local function choose(label, runs_command)
  if taken[label] then return true end
  for _, item in ipairs(suggestions()) do
    if item.label == label then
      taken[label] = true
      vim.lsp.util.apply_text_edits({ item.textEdit }, 0, 'utf-16')
      if runs_command then vim.lsp.buf.execute_command(item.command) end
      return true
    end
  end
end

--- Whether the reference in the current line leads to a block of another page, as Neovim has it.
local function has_id(page, block)
  local id = vim.api.nvim_get_current_line():match('%(%(([-%x]+)%)%)$')
  local buffer = vim.fn.bufnr(page)
  local lines = buffer >= 0 and vim.api.nvim_buf_get_lines(buffer, 0, -1, false) or {}
  for number, line in ipairs(lines) do
    if line:find(block, 1, true) then return vim.trim(lines[number + 1]) == 'id:: ' .. (id or '') end
  end
end

--- The text of a file, if it is there.
local function on_disk(page)
  return vim.fn.filereadable(page) == 1 and table.concat(vim.fn.readfile(page), '\n')
end

write_in('pages/Reading list.md', '- [[bakin')
check('a page is suggested, and its reference written', function()
  return choose('Baking schedule') and vim.api.nvim_get_current_line() == '- [[Baking schedule]]'
end)

write_in('pages/Reading list.md', '- ((window stop')
check('a block of a closed page is suggested by two words, and gets its id', function()
  return choose('stop when the window test works', true) and has_id('pages/Sourdough.md', 'stop when the window test works')
end)

write_in('pages/Reading list.md', '- ((changed between')
check('it gets its id from an editor too that runs no commands of suggestions', function()
  return choose('what changed between then and now?', false)
    and has_id('pages/Debugging notes.md', 'what changed between then and now?')
end)

--- Presses a key that the README binds.
local function press(key)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(key, true, false, true), 'x', false)
end

vim.cmd('wall')
go('pages/contents.md', 'Templates')
press('<A-Up>')
check('a block moves by a key, and the cursor with it', function()
  return vim.fn.getline(2) == '\t- [[Templates]]' and vim.fn.getline(3) == '\t- [[Reading list]]' and vim.fn.line('.') == 2
end)

-- The answer, which puts the cursor there, comes after the edit.
vim.wait(1000)
vim.cmd('wall')
go('pages/contents.md', 'Rust ownership')
command('rename', 'Rust/who owns what')
check('a page is renamed with its file and what refers to it', function()
  vim.cmd('silent! wall')
  return on_disk('pages/Rust___who owns what.md')
    and not on_disk('pages/Rust ownership.md')
    and on_disk('pages/contents.md'):find('- [[Rust/who owns what]]', 1, true)
    and on_disk('pages/Debugging notes.md'):find('see-also:: [[Rust/who owns what]]', 1, true)
end)

vim.cmd(wrong == 0 and 'qall!' or 'cquit 1')
